import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Forbidden, HttpError, handle, NotFound } from '@faultless/node';

// Conceals a 403 or a fault under /secret, and has nothing under any other path: a process of its own.
const [error, reporter] = process.argv.slice(2);

/** Made once: what the handler itself does before it throws, even making an object, takes its time. */
const HIDDEN = { conceal: true };

/** A fault's stack alone takes V8 10 µs, so faults, and what they are compared with, were made before. */
const fault = new HttpError(500, HIDDEN);
const absence = new NotFound();
const findHidden = error === 'fault' ? () => fault : () => new Forbidden(HIDDEN);
const findAbsent = error === 'fault' ? () => absence : () => new NotFound();

const server = createServer(
  handle(
    ({ url }) => {
      throw url === '/secret' ? findHidden() : findAbsent();
    },
    reporter === 'default' ? {} : { report: () => undefined },
  ),
);
server.listen(0, '127.0.0.1', () => {
  process.send?.((server.address() as AddressInfo).port);
});
process.on('disconnect', () => process.exit());
