/** Milliseconds: a body that says what went wrong is short. */
const MAX_TIME = 5_000;

/**
 * Reads at most so many bytes as UTF-8, and for so long, and lets go of the rest.
 *
 * @returns undefined where there are more, where they break off or don't come, or where somebody else reads them
 */
export async function readText(response: Response, maxBytes: number): Promise<string | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const reader = (response.body as ReadableStream<Uint8Array> | null)?.getReader();
    if (reader === undefined) return '';
    const decoder = new TextDecoder();
    let text = '';
    let bytes = 0;
    const letGo = (): void => {
      bytes = Number.POSITIVE_INFINITY;
      reader.cancel().catch(() => undefined);
    };
    timer = setTimeout(letGo, MAX_TIME);
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return bytes > maxBytes ? undefined : text + decoder.decode();
      bytes += value.byteLength;
      text += decoder.decode(value, { stream: true });
      if (bytes > maxBytes) letGo();
    }
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
