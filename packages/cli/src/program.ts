import { createRequire } from 'node:module';
import { listSources, type Source } from '@faultless/core/statuses';
import { Argument, Command, CommanderError, Option } from 'commander';
import { explain, list, search } from './commands.js';
import { EXIT } from './exit.js';
import type { CommandOptions, Terminal } from './format-status.js';
import { mergeOpenApi } from './problems/merge-openapi.js';
import { writeDocs } from './problems/write-docs.js';
import { which } from './which/ask.js';

const EXAMPLES = `
Examples:
  faultless 404                      what a status means, and how to throw it
  faultless 403.14                   what IIS means by its substatus
  faultless nginx:499                one vendor's meaning of a code that several claim
  faultless 401 --lang zh            the same in Chinese
  faultless token_expired            what a code in a problem document means
  faultless which                    asks which status is right, and tells how to throw it
  faultless search timeout           every status that has to do with timeouts
  faultless list cloudflare          all codes of one source
  faultless list                     the sources
  faultless docs problems.js --out site
                                     the pages of your own problem types
  faultless openapi problems.js --in api.yaml --out api.yaml
                                     the same in your OpenAPI document

Exit codes: 0 found, 1 nothing found, 2 wrong usage.
Colour is used on a terminal only; NO_COLOR turns it off.
`;

const { version: VERSION } = createRequire(import.meta.url)('../package.json') as {
  version: string;
};

/** As they stand in the command line: `zh` is short for the one Chinese there is. */
type GivenOptions = Omit<CommandOptions, 'lang'> & { readonly lang: CommandOptions['lang'] | 'zh' };

const read = ({ lang, ...rest }: GivenOptions): CommandOptions => ({
  ...rest,
  lang: lang === 'zh' ? 'zh-CN' : lang,
});

/** Makes the `faultless` command. Its `run` returns the exit code. */
export function createProgram(terminal: Terminal): {
  run(args: readonly string[]): Promise<number>;
} {
  let code: number = EXIT.found;
  const program = new Command('faultless')
    .description(
      'Explains HTTP statuses: the registry’s, and those that servers and proxies made up.',
    )
    .addHelpText('after', EXAMPLES)
    .version(VERSION, '-v, --version')
    .exitOverride()
    .configureOutput({
      writeOut: terminal.write,
      writeErr: terminal.writeError,
      getOutHelpWidth: () => terminal.width ?? 80,
    });

  /** Commands inherit how the program writes and exits when they are made by it. */
  const add = (name: string, description: string, options?: { isDefault: true }): Command =>
    program
      .command(name, options)
      .description(description)
      .addOption(
        new Option('-l, --lang <language>', 'language of the texts')
          .choices(['en', 'zh', 'zh-CN'])
          .default('en'),
      )
      .option('-j, --json', 'print data in place of text');

  add('explain', 'tells what a status or a code means, and how it is thrown', { isDefault: true })
    .argument('[code]', 'such as 404, 403.14, nginx:499 or token_expired')
    .action((query: string | undefined, options: GivenOptions) => {
      if (query === undefined) program.help({ error: true });
      else code = explain(query, read(options), terminal);
    });
  add('search', 'finds statuses by words of their names and explanations')
    .argument('<words...>', 'all of them must occur')
    .action((words: string[], options: GivenOptions) => {
      code = search(words, read(options), terminal);
    });
  add('list', 'lists the codes of one source, or the sources')
    .addArgument(new Argument('[source]', 'whose codes').choices(listSources()))
    .action((source: Source | undefined, options: GivenOptions) => {
      code = list(source, read(options), terminal);
    });
  add('which', 'asks what is wrong with a request, and tells the status for it').action(
    async (options: GivenOptions) => {
      code = await which(read(options), terminal);
    },
  );

  program
    .command('docs')
    .description('writes the pages of your problem types, as files for a static server')
    .argument('<module>', 'a JavaScript module that exports what defineProblems made')
    .requiredOption('-o, --out <directory>', 'where to write them')
    .action(async (module: string, { out }: { readonly out: string }) => {
      code = await writeDocs(module, out, terminal);
    });

  program
    .command('openapi')
    .description('adds your problem types to an OpenAPI document, where its x-problems name them')
    .argument('<module>', 'a JavaScript module that exports what defineProblems made')
    .requiredOption('-i, --in <file>', 'the document, in YAML or JSON')
    .requiredOption('-o, --out <file>', 'where to write it, which may be the same file')
    .action(async (module: string, files: { readonly in: string; readonly out: string }) => {
      code = await mergeOpenApi(module, files, terminal);
    });

  return {
    async run(args) {
      try {
        await program.parseAsync(args, { from: 'user' });
        return code;
      } catch (error) {
        if (!(error instanceof CommanderError)) throw error;
        return error.exitCode === 0 ? EXIT.found : EXIT.wrongUsage;
      }
    },
  };
}
