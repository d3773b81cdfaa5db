#!/usr/bin/env node
import { isatty } from 'node:tty';
import { createProgram } from './program.js';

// A reader such as `head` may have seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = createProgram({
  write: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
  width: process.stdout.columns,
  colour: isatty(process.stdout.fd) && !process.env.NO_COLOR,
}).run(process.argv.slice(2));
