import { get } from 'node:http';
import { get as getSecurely } from 'node:https';
import axios from 'axios';
import got from 'got';
import ky from 'ky';
import nodeFetch from 'node-fetch';
import { Agent, interceptors, request } from 'undici';

/** An HTTP client as an application uses it: asks for JSON and does not wait for long. */
export interface HttpClient {
  readonly client: string;
  /** Whether it throws for an upstream that answers with an error. */
  readonly judges: boolean;
  /** Gets JSON; rejects as the client rejects. */
  getJson(url: string): Promise<unknown>;
}

/** Milliseconds that a client waits: not long for what never comes, and for the rest as it takes. */
function patience(url: string): number {
  return new URL(url).pathname === '/never' ? 250 : 30_000;
}

/** undici throws for a status only when it is asked to. */
const JUDGING = new Agent().compose(interceptors.responseError());

export const HTTP_CLIENTS: readonly HttpClient[] = [
  {
    client: 'fetch',
    judges: false,
    getJson: async (url) => {
      const response = await fetch(url, { signal: AbortSignal.timeout(patience(url)) });
      return response.json();
    },
  },
  {
    client: 'undici',
    judges: true,
    getJson: async (url) => {
      const timeouts = { headersTimeout: patience(url), bodyTimeout: patience(url) };
      const { body } = await request(url, { ...timeouts, dispatcher: JUDGING });
      return body.json();
    },
  },
  {
    client: 'axios',
    judges: true,
    getJson: (url) =>
      axios.get(url, {
        timeout: patience(url),
        transitional: { silentJSONParsing: false },
        responseType: 'json',
        proxy: false,
      }),
  },
  {
    client: 'got',
    judges: true,
    getJson: (url) => got(url, { timeout: { request: patience(url) }, retry: { limit: 0 } }).json(),
  },
  {
    client: 'ky',
    judges: true,
    getJson: (url) => ky(url, { timeout: patience(url), retry: 0 }).json(),
  },
  {
    client: 'node-fetch',
    judges: false,
    getJson: async (url) => {
      const response = await nodeFetch(url, { signal: AbortSignal.timeout(patience(url)) });
      return response.json();
    },
  },
  { client: 'node:http', judges: false, getJson: getWithNode },
];

function getWithNode(url: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const send = url.startsWith('https:') ? getSecurely : get;
    const message = send(url, { signal: AbortSignal.timeout(patience(url)) }, (response) => {
      let text = '';
      response.on('error', reject);
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      response.on('end', () => {
        try {
          resolve(JSON.parse(text));
        } catch (error) {
          reject(error);
        }
      });
    });
    message.on('error', reject);
  });
}
