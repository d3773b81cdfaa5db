/** What NODE_ENV may be where developers work; a server without it may be anybody's. */
const ALLOWED: readonly (string | undefined)[] = [undefined, '', 'development', 'dev', 'test'];

/** True unless NODE_ENV says that this is, or may be, no developer's machine. */
export function isDevelopment(): boolean {
  return ALLOWED.includes(process.env.NODE_ENV);
}

/** @throws {TypeError} where the developer's page must not be */
export function requireDevelopment(): void {
  if (isDevelopment()) return;
  throw new TypeError(
    `devPages: NODE_ENV must be 'development', 'dev', 'test' or nothing, not '${process.env.NODE_ENV}'`,
  );
}
