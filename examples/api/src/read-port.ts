/** Koa gets the port after Express's. */
const HIGHEST_PORT = 65_534;

/** Where to listen: what PORT says, 3000 if it says nothing, 0 for any ports that are free. */
export function readPort(value = ''): number {
  if (value === '') return 3000;
  const port = Number(value);
  if (/^\d{1,5}$/.test(value) && port <= HIGHEST_PORT) return port;
  throw new Error(
    `PORT must be a whole number from 0 to ${HIGHEST_PORT}, not ${JSON.stringify(value)}.`,
  );
}
