import { TCHAR } from '../values/token.js';
import type { Challenge } from './challenge.js';
import { parseQuotedText } from './grammar.js';

/** Says where a field value departs from the grammar of challenges (RFC 9110 §11.6.1). */
export class ChallengeSyntaxError extends SyntaxError {
  override readonly name = 'ChallengeSyntaxError';

  /**
   * @param expected what the grammar asks for
   * @param position index into the field value, from 0
   * @param line which of several field values, from 0
   */
  constructor(
    readonly expected: string,
    readonly position: number,
    readonly line: number,
  ) {
    const place = line === 0 ? '' : ` of field value ${line}`;
    super(`expected ${expected} at position ${position}${place}`);
  }
}

const TOKEN = new RegExp(`${TCHAR}+`, 'y');
const TOKEN68 = /[A-Za-z0-9\-._~+/]+=*/y;
const SPACES = /[ \t]*/y;
const SEPARATORS = /[ \t,]*/y;
const UP_TO_SPECIAL = /[^"\\]*/y;
const UP_TO_COMMA_OR_QUOTE = /[^,"]*/y;
/** What neither qdtext nor a quoted-pair may hold (RFC 9110 §5.6.4). */
const CONTROL = /[^\t -~\u0080-\uffff]/;

/** A challenge while it is read. */
interface Draft {
  scheme: string;
  params: Record<string, string>;
  token68?: string;
}

/**
 * Reads field values from left to right, line by line: all lines are one list (RFC 9110 §5.3). Every
 * step moves on, and none looks further ahead than it moves, so the time is linear in the length.
 */
export class ChallengeReader {
  readonly #challenges: Draft[] = [];
  #line = -1;
  #text = '';
  #index = 0;
  /** The last challenge may have parameters: its scheme was followed by a space. */
  #takesParams = false;

  constructor(readonly strict: boolean) {}

  get challenges(): Challenge[] {
    return this.#challenges;
  }

  readLine(text: string): void {
    this.#line += 1;
    this.#text = text;
    this.#index = 0;
    for (this.#take(SEPARATORS); this.#index < text.length; this.#take(SEPARATORS)) {
      this.#readMember();
    }
  }

  /** A list member: a parameter of the challenge before, or the start of a new one. */
  #readMember(): void {
    const start = this.#index;
    const word = this.#take(TOKEN);
    const afterWord = this.#index;
    this.#take(SPACES);
    if (word === '') {
      this.#skipMember('an auth-scheme', start);
    } else if (this.#text[this.#index] === '=') {
      this.#readParam(word, start);
    } else {
      this.#challenges.push({ scheme: word, params: {} });
      this.#takesParams = this.#index > afterWord;
      if (this.#takesParams) this.#readFirstOfChallenge();
      else this.#expectEnd();
    }
  }

  /** Behind a scheme and a space: a token68, a parameter, or nothing. */
  #readFirstOfChallenge(): void {
    const start = this.#index;
    const token68 = this.#take(TOKEN68);
    this.#take(SPACES);
    if (token68 !== '' && this.#atEnd()) {
      const current = this.#challenges.at(-1);
      if (current !== undefined) current.token68 = token68;
      this.#takesParams = false;
      return;
    }
    this.#index = start;
    if (this.#atEnd()) return;
    const name = this.#take(TOKEN);
    this.#take(SPACES);
    if (name !== '' && this.#text[this.#index] === '=') this.#readParam(name, start);
    else this.#skipMember('a token68 or a parameter', start);
  }

  /** From the "=" on; white space around it is tolerated (RFC 9110 §11.2). */
  #readParam(name: string, start: number): void {
    const current = this.#challenges.at(-1);
    if (current === undefined || !this.#takesParams) {
      this.#skipMember('an auth-scheme', start);
      return;
    }
    this.#index += 1;
    this.#take(SPACES);
    const valueStart = this.#index;
    const value = this.#readValue();
    this.#take(SPACES);
    if (value === undefined) this.#skipMember('a token or a quoted-string', valueStart);
    else if (!this.#atEnd()) this.#skipMember('a comma', this.#index);
    else this.#keepParam(current, name.toLowerCase(), { value, start });
  }

  #readValue(): string | undefined {
    return this.#text[this.#index] === '"' ? this.#readQuoted() : this.#take(TOKEN) || undefined;
  }

  #keepParam(
    { params }: Draft,
    key: string,
    { value, start }: { value: string; start: number },
  ): void {
    if (!Object.hasOwn(params, key)) {
      Object.defineProperty(params, key, {
        value,
        enumerable: true,
        writable: true,
        configurable: true,
      });
    } else if (this.strict) {
      this.#fail(`no second ${key}`, start);
    }
  }

  /** From the opening quote on; undefined when the closing one is missing, with all text taken. */
  #readQuoted(): string | undefined {
    const start = this.#index + 1;
    this.#index = start;
    while (this.#index < this.#text.length) {
      this.#take(UP_TO_SPECIAL);
      if (this.#text[this.#index] === '"') {
        const quoted = this.#text.slice(start, this.#index);
        this.#index += 1;
        const control = this.strict ? quoted.search(CONTROL) : -1;
        if (control >= 0) this.#fail('no control character', start + control);
        return parseQuotedText(quoted);
      }
      this.#index += 2;
    }
    this.#index = this.#text.length;
    return undefined;
  }

  #expectEnd(): void {
    this.#take(SPACES);
    if (!this.#atEnd()) this.#skipMember('a space or a comma', this.#index);
  }

  /** Goes on at the next comma that is not inside quotes. */
  #skipMember(expected: string, position: number): void {
    if (this.strict) this.#fail(expected, position);
    while (!this.#atEnd()) {
      this.#take(UP_TO_COMMA_OR_QUOTE);
      if (this.#text[this.#index] === '"') this.#readQuoted();
    }
  }

  #fail(expected: string, position: number): never {
    throw new ChallengeSyntaxError(expected, position, this.#line);
  }

  #atEnd(): boolean {
    return this.#index >= this.#text.length || this.#text[this.#index] === ',';
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#index;
    const taken = pattern.exec(this.#text)?.[0] ?? '';
    this.#index += taken.length;
    return taken;
  }
}
