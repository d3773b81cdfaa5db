import { readFileSync } from 'node:fs';
import { readSnippets, type Snippet } from './read-snippets.js';

/** A command that a document shows, and lines of what it prints, in their order. */
interface Command {
  readonly command: string;
  readonly lines: readonly string[];
}

/** A server that a document shows, with what stands between it and the next. */
export interface ServedSnippet extends Snippet {
  readonly commands: readonly Command[];
  /** Lines of what the server prints meanwhile. */
  readonly log: readonly string[];
}

const LOG = /^```log\n([\s\S]*?)^```$/gm;
const CONSOLE = /^```console\n\$ (curl .*)\n([\s\S]*?)^```$/gm;

/** Every server of docs/ that is shown with what `curl` gets from it. */
export function readServed(): ServedSnippet[] {
  const servers = readSnippets().filter(({ place, code }) => {
    return place.startsWith('docs/') && code.includes('.listen(');
  });
  return servers
    .map((server, index) => ({ ...server, ...readShown(server, servers[index + 1]) }))
    .filter(({ commands }) => commands.length > 0);
}

function readShown(server: Snippet, next: Snippet | undefined) {
  const [document = ''] = server.place.split(':');
  const whole = readFileSync(document, 'utf8');
  const end = next?.place.startsWith(`${document}:`) ? whole.indexOf(next.code) : undefined;
  const text = whole.slice(whole.indexOf(server.code), end);
  const commands = Array.from(text.matchAll(CONSOLE), ([, command = '', output = '']) => ({
    command,
    lines: linesOf(output),
  }));
  return { commands, log: Array.from(text.matchAll(LOG), ([, log = '']) => linesOf(log)).flat() };
}

/** What is left out is written as `…`. */
const linesOf = (text: string): string[] =>
  text.split('\n').filter((line) => line !== '' && line !== '…');
