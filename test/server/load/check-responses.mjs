// Reads what a server sent as HTTP/1.1 responses, without leniency.

const STATUS_LINE = /^HTTP\/1\.1 [1-5]\d\d [\t -~]*$/;
const FIELD = /^[!#$%&'*+\-.^_`|~\w]+: [\t -~\x80-\xff]*$/;

/**
 * @returns the statuses, and what is wrong, if anything is. Only a response of 200 may be cut off.
 */
export function checkResponses(bytes) {
  const statuses = [];
  let rest = bytes;
  while (rest.length > 0) {
    const end = rest.indexOf('\r\n\r\n');
    if (end < 0) return { statuses, wrong: 'half a head' };
    const [line, ...fields] = rest.toString('latin1', 0, end).split('\r\n');
    if (!STATUS_LINE.test(line))
      return { statuses, wrong: `status line ${JSON.stringify(line.slice(0, 80))}` };
    const bad = fields.find((field) => !FIELD.test(field));
    if (bad !== undefined) return { statuses, wrong: `field ${JSON.stringify(bad.slice(0, 80))}` };
    const status = Number(line.slice(9, 12));
    statuses.push(status);
    rest = rest.subarray(end + 4);
    if (status < 200) continue;
    const { length, chunked, wrong } = readFraming(fields);
    if (wrong !== undefined) return { statuses, wrong };
    if (chunked || length === undefined) {
      if (status >= 400) return { statuses, wrong: `a ${status} without a length` };
      const last = rest.indexOf('0\r\n\r\n');
      rest = chunked && last >= 0 ? rest.subarray(last + 5) : Buffer.alloc(0);
      continue;
    }
    if (rest.length < length)
      return { statuses, wrong: status === 200 ? undefined : `half a ${status}` };
    const content = rest.toString('utf8', 0, length);
    rest = rest.subarray(length);
    if (status >= 400 && fields.includes('Content-Type: application/problem+json')) {
      try {
        if (JSON.parse(content).status !== status)
          return { statuses, wrong: `another status than ${status}` };
      } catch {
        return { statuses, wrong: `no JSON in ${status}` };
      }
    }
  }
  return { statuses };
}

function readFraming(fields) {
  const lengths = fields.filter((field) => /^content-length:/i.test(field));
  const codings = fields.filter((field) => /^transfer-encoding:/i.test(field));
  if (lengths.length + codings.length > 1) return { wrong: 'framed twice' };
  return {
    chunked: codings.length > 0,
    length: lengths.length === 0 ? undefined : Number(lengths[0].slice(15)),
  };
}
