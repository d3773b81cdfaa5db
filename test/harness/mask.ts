const UUID = /urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const DATE = /^Date: .*$/gm;

/** The bytes of a response, or of several, as text, but for the two things that differ each time. */
export function mask(bytes: Buffer): string {
  return bytes.toString('latin1').replace(UUID, 'urn:uuid:*').replace(DATE, 'Date: *');
}
