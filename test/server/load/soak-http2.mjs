import { connect } from 'node:http2';

/**
 * Asks over sessions that stay open, one thing after the other on each: what HTTP/1 would be asked, as
 * far as HTTP/2 can say it.
 */
export async function runHttp2(port, sessions, { next, came }) {
  await Promise.all(Array.from({ length: sessions }, () => runSession(port, { next, came })));
}

async function runSession(port, { next, came }) {
  const session = connect(`http://127.0.0.1:${port}`);
  try {
    for (let one = next(); one !== undefined; one = next()) {
      const [status, text] = one;
      const { fields, content } = translate(text);
      // Which methods there are is the application's business in HTTP/2, and this one takes all.
      const expected = status === 501 ? 200 : status;
      const stream = session.request(fields, { endStream: content === '' });
      if (content !== '') stream.end(content);
      came(await statusOf(stream), expected);
    }
  } finally {
    session.close();
  }
}

function translate(text) {
  const [head, content] = text.split('\r\n\r\n');
  const [line, ...others] = head.split('\r\n');
  const [method, path] = line.split(' ');
  const fields = { ':method': method, ':path': path };
  for (const other of others) {
    const [name, value] = other.split(': ');
    if (name !== 'Host') fields[name.toLowerCase()] = value;
  }
  return { fields, content };
}

function statusOf(stream) {
  return new Promise((resolve, reject) => {
    let status = 0;
    stream.on('response', (fields) => {
      status = fields[':status'];
    });
    stream.on('error', reject);
    stream.on('close', () => resolve(status));
    stream.resume();
  });
}
