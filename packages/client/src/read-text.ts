/** Milliseconds: a body that says what went wrong is short. */
const MAX_TIME = 5_000;

/**
 * Reads at most so many bytes as UTF-8, and for so long, and lets go of the rest.
 *
 * @returns undefined where there are more, or where they break off or don't come
 */
export async function readText(response: Response, maxBytes: number): Promise<string | undefined> {
  const reader = (response.body as ReadableStream<Uint8Array> | null)?.getReader();
  if (reader === undefined) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  const letGo = (): void => {
    bytes = Number.POSITIVE_INFINITY;
    reader.cancel().catch(() => undefined);
  };
  const timer = setTimeout(letGo, MAX_TIME);
  try {
    while (bytes <= maxBytes) {
      const { done, value } = await reader.read();
      if (done) return bytes <= maxBytes ? text + decoder.decode() : undefined;
      bytes += value.byteLength;
      text += decoder.decode(value, { stream: true });
    }
    letGo();
  } catch {
    // It broke off.
  } finally {
    clearTimeout(timer);
  }
  return undefined;
}
