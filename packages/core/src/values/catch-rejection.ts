/**
 * Watches what user code returned: if it is a promise that rejects, and nobody listened, the
 * rejection would end the process.
 */
export function catchRejection(value: unknown, handle: (failure: unknown) => void): void {
  if (typeof value !== 'object' || value === null || !('then' in value)) return;
  Promise.resolve(value).catch(handle);
}
