// Clients that upload, each in its own way. Each resolves to { status, whole, close, wrote }:
// whether the answer came whole, whether it said Connection: close, and whether all could be written.
import { execFile } from 'node:child_process';
import { request as httpRequest } from 'node:http';
import { connect as connectHttp2 } from 'node:http2';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { request as undiciRequest } from 'undici';

const run = promisify(execFile);
const BLOCK = Buffer.alloc(65_536, 'x');
const PYTHON = fileURLToPath(new URL('upload.py', import.meta.url));
const RAW = fileURLToPath(new URL('upload_raw.py', import.meta.url));

function* blocks(size) {
  for (let left = size; left > 0; left -= BLOCK.length) {
    yield left < BLOCK.length ? BLOCK.subarray(0, left) : BLOCK;
  }
}

async function python({ port, path, size }) {
  const { stdout } = await run('python3', [PYTHON, String(port), path, String(size)]);
  const [status, length, announced, connection, wrote] = stdout.trim().split(' ');
  return {
    status: Number(status),
    whole: length === announced,
    close: connection === 'close',
    wrote: wrote === 'wrote-all',
  };
}

async function curl({ port, path, size }) {
  const command = `head -c ${size} /dev/zero | curl -sS -i -X POST -H 'Expect:' -H 'Content-Length: ${size}' -H 'Transfer-Encoding:' -T - http://127.0.0.1:${port}${path}`;
  const { stdout, stderr } = await run('sh', ['-c', `${command} || echo "exit $?" >&2`]);
  return { ...readResponse(Buffer.from(stdout, 'latin1')), wrote: stderr === '' };
}

async function undici({ port, path, size }) {
  const response = await undiciRequest(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { 'content-length': String(size) },
    body: Readable.from(blocks(size), { objectMode: false }),
    reset: true,
  });
  const body = await response.body.text();
  return {
    status: response.statusCode,
    whole: String(Buffer.byteLength(body)) === response.headers['content-length'],
    close: response.headers.connection === 'close',
    wrote: true,
  };
}

function nodeHttp({ port, path, size }) {
  return new Promise((resolve, reject) => {
    const upload = httpRequest({
      port,
      path,
      host: '127.0.0.1',
      method: 'POST',
      agent: false,
      headers: { 'Content-Length': size },
    });
    let wrote = true;
    let answered = false;
    upload.on('error', (error) => {
      wrote = false;
      if (!answered) reject(error);
    });
    upload.on('response', (response) => {
      answered = true;
      let length = 0;
      response.on('data', (piece) => (length += piece.length));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode,
          whole: String(length) === response.headers['content-length'],
          close: response.headers.connection === 'close',
          wrote,
        }),
      );
    });
    const content = Readable.from(blocks(size), { objectMode: false });
    content.pipe(upload);
  });
}

async function raw({ port, path, size }) {
  const { stdout, stderr } = await run('python3', [RAW, String(port), path, String(size)]);
  return { ...readResponse(Buffer.from(stdout, 'latin1')), wrote: stderr.trim() === 'wrote-all' };
}

export function readResponse(bytes) {
  const text = bytes.toString('latin1');
  const head = text.slice(0, text.indexOf('\r\n\r\n'));
  const length = Number(/^content-length: (\d+)$/im.exec(head)?.[1] ?? Number.NaN);
  return {
    status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1]),
    whole: text.length - head.length - 4 === length,
    close: /^connection: close$/im.test(head),
  };
}

function nodeHttp2({ port, path, size }) {
  return new Promise((resolve, reject) => {
    const session = connectHttp2(`http://127.0.0.1:${port}`);
    const stream = session.request(
      { ':method': 'POST', ':path': path, 'content-length': size },
      { endStream: false },
    );
    let fields = {};
    let length = 0;
    stream.on('response', (came) => {
      fields = came;
    });
    stream.on('data', (piece) => (length += piece.length));
    stream.on('error', reject);
    stream.on('close', () => {
      session.close();
      resolve({
        status: fields[':status'],
        whole: String(length) === fields['content-length'],
        close: stream.rstCode === 0,
        wrote: false,
      });
    });
    const content = Readable.from(blocks(size), { objectMode: false });
    content.on('error', () => undefined);
    content.pipe(stream);
  });
}

async function curlHttp2({ port, path, size }) {
  const command = `head -c ${size} /dev/zero | curl -sS -i --http2-prior-knowledge -X POST -H 'Content-Length: ${size}' -T - http://127.0.0.1:${port}${path}`;
  const { stdout, stderr } = await run('sh', ['-c', `${command} || echo "exit $?" >&2`]);
  const answer = stdout.replace(/^HTTP\/2 (\d+) /, 'HTTP/1.1 $1 ');
  return { ...readResponse(Buffer.from(answer, 'latin1')), close: stderr === '', wrote: false };
}

/** Of those for HTTP/2, `close` says that the stream ended without an error. */
export const HTTP2_CLIENTS = { 'node:http2': nodeHttp2, 'curl --http2': curlHttp2 };

export const CLIENTS = { 'http.client': python, curl, undici, 'node:http': nodeHttp, raw };
