/**
 * Reads at most so many bytes as UTF-8, and lets go of the rest.
 *
 * @returns undefined where there are more, or where they break off
 */
export async function readText(response: Response, maxBytes: number): Promise<string | undefined> {
  const reader = (response.body as ReadableStream<Uint8Array> | null)?.getReader();
  if (reader === undefined) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      bytes += value.byteLength;
      if (bytes > maxBytes) break;
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    return undefined;
  }
  reader.cancel().catch(() => undefined);
  return undefined;
}
