/** Counts what came of each exchange; `check` finds the responses in what came, and what is wrong. */
export class Tally {
  #check;
  #statuses = {};
  #wrongs = new Map();
  answered = 0;
  silent = 0;
  reset = 0;
  hung = 0;
  invalid = 0;

  constructor(check) {
    this.#check = check;
  }

  add(bytes, { answer, hung, errors }) {
    if (hung) {
      this.hung += 1;
      this.#note('hung', bytes);
    }
    for (const code of errors) {
      if (code === 'ECONNRESET' || code === 'EPIPE') this.reset += 1;
      else this.#note(code, bytes);
    }
    if (answer.length === 0) this.silent += 1;
    else this.answered += 1;
    const { statuses, wrong } = this.#check(answer);
    for (const status of statuses) this.#statuses[status] = (this.#statuses[status] ?? 0) + 1;
    // A HEAD has no content, which only the client that asked can know.
    if (wrong !== undefined && !bytes.includes('HEAD ')) {
      this.invalid += 1;
      this.#note(wrong, bytes);
    }
  }

  #note(what, bytes) {
    const { times = 0, example = bytes } = this.#wrongs.get(what) ?? {};
    this.#wrongs.set(what, { times: times + 1, example });
  }

  /** Lines: how many ended how, and with which statuses. */
  *endings() {
    const { answered, silent, reset } = this;
    yield `answered ${answered}, closed without an answer ${silent}, reset ${reset}`;
    yield `statuses ${JSON.stringify(this.#statuses)}`;
  }

  /** Lines: what went wrong, how often, and the first request that it went wrong with. */
  *wrongs() {
    for (const [what, { times, example }] of this.#wrongs) {
      const start = example.toString('latin1').slice(0, 1200);
      yield `  ${times} × ${what}, such as ${JSON.stringify(start)}`;
    }
  }
}
