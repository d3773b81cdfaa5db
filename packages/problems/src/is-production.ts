/** True where NODE_ENV is `production`, and where there is none to ask, as on an edge runtime. */
export function isProduction(): boolean {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  return process?.env === undefined || process.env.NODE_ENV === 'production';
}
