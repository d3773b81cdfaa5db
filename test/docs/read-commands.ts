import { readFileSync } from 'node:fs';
import { readSnippets, type Snippet } from './read-snippets.js';

/** A command that a document shows, and lines of what it prints, in their order. */
export interface Command {
  readonly command: string;
  readonly lines: readonly string[];
}

/** A server that a document shows, with the commands that stand between it and the next. */
export interface ServedSnippet extends Snippet {
  readonly commands: readonly Command[];
}

const CONSOLE = /^```console\n\$ (curl .*)\n([\s\S]*?)^```$/gm;

/** Every server of docs/ that is shown with what `curl` gets from it. */
export function readServed(): ServedSnippet[] {
  const servers = readSnippets().filter(({ place, code }) => {
    return place.startsWith('docs/') && code.includes('.listen(');
  });
  return servers
    .map((server, index) => ({ ...server, commands: readCommands(server, servers[index + 1]) }))
    .filter(({ commands }) => commands.length > 0);
}

function readCommands(server: Snippet, next: Snippet | undefined): Command[] {
  const [document = ''] = server.place.split(':');
  const text = readFileSync(document, 'utf8');
  const begin = text.indexOf(server.code);
  const end = next?.place.startsWith(`${document}:`) ? text.indexOf(next.code) : undefined;
  return Array.from(text.slice(begin, end).matchAll(CONSOLE), ([, command = '', output = '']) => ({
    command,
    lines: output.split('\n').filter((line) => line !== '' && line !== '…'),
  }));
}
