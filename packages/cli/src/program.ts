import { listSources, type Source } from '@faultless/core/statuses';
import { Argument, Command, CommanderError, Option } from 'commander';
import { EXIT, explain, list, search } from './commands.js';
import type { CommandOptions, Terminal } from './format-status.js';

const EXAMPLES = `
Examples:
  faultless explain 403.14           what IIS means by its substatus
  faultless explain nginx:499        one vendor's meaning of a code that several claim
  faultless explain 401 --lang zh-CN the same in Chinese
  faultless search timeout           every status that has to do with timeouts
  faultless list cloudflare          all codes of one source
  faultless list                     the sources

Exit codes: 0 found, 1 nothing found, 2 wrong usage.
Colour is used on a terminal only; NO_COLOR turns it off.
`;

/** Makes the `faultless` command. Its `run` returns the exit code. */
export function createProgram(terminal: Terminal): { run(args: readonly string[]): number } {
  let code: number = EXIT.found;
  const program = new Command('faultless')
    .description(
      'Explains HTTP statuses: the registry’s, and those that servers and proxies made up.',
    )
    .addHelpText('after', EXAMPLES)
    .exitOverride()
    .configureOutput({
      writeOut: terminal.write,
      writeErr: terminal.writeError,
      getOutHelpWidth: () => terminal.width ?? 80,
    });

  /** Commands inherit how the program writes and exits when they are made by it. */
  const add = (name: string, description: string): Command =>
    program
      .command(name)
      .description(description)
      .addOption(
        new Option('-l, --lang <language>', 'language of the texts')
          .choices(['en', 'zh-CN'])
          .default('en'),
      )
      .option('-j, --json', 'print data in place of text');

  add('explain', 'tells what a status means, and what to answer in its place')
    .argument('<code>', 'such as 404, 403.14 or nginx:499')
    .action((query: string, options: CommandOptions) => {
      code = explain(query, options, terminal);
    });
  add('search', 'finds statuses by words of their names and explanations')
    .argument('<words...>', 'all of them must occur')
    .action((words: string[], options: CommandOptions) => {
      code = search(words, options, terminal);
    });
  add('list', 'lists the codes of one source, or the sources')
    .addArgument(new Argument('[source]', 'whose codes').choices(listSources()))
    .action((source: Source | undefined, options: CommandOptions) => {
      code = list(source, options, terminal);
    });

  return {
    run(args) {
      try {
        program.parse(args, { from: 'user' });
        return code;
      } catch (error) {
        if (!(error instanceof CommanderError)) throw error;
        return error.exitCode === 0 ? EXIT.found : EXIT.wrongUsage;
      }
    },
  };
}
