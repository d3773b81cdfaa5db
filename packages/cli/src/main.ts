#!/usr/bin/env node
import { createInterface } from 'node:readline';
import { isatty } from 'node:tty';
import { createProgram } from './program.js';

// A reader such as `head` may have seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

async function* readLines(): AsyncGenerator<string> {
  const lines = createInterface({ input: process.stdin });
  try {
    yield* lines;
  } finally {
    // Input that stays open would keep the process.
    lines.close();
  }
}

process.exitCode = await createProgram({
  write: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
  width: process.stdout.columns,
  readLines,
  colour: isatty(process.stdout.fd) && !process.env.NO_COLOR,
}).run(process.argv.slice(2));

// What a module of the user's has started, such as a server, would keep the process.
process.stdout.write('', () => process.exit());
