import { createECDH } from 'node:crypto';
import { Agent } from 'node:https';
import { createOpenAI } from '@ai-sdk/openai';
import { Client as Elasticsearch } from '@elastic/elasticsearch';
import wreck from '@hapi/wreck';
import { HTTPClient, Mistral } from '@mistralai/mistralai';
import { Client as Notion } from '@notionhq/client';
import { request as octokit } from '@octokit/request';
import { generateText } from 'ai';
import OpenAI from 'openai';
import { Resend } from 'resend';
import Stripe from 'stripe';
import superagent from 'superagent';
import twilio from 'twilio';
import webPush from 'web-push';
import { LOCALHOST } from '../harness/localhost.js';
import type { DangerousUpstream } from './dangerous-upstream.js';

/** Where an SDK sends its request, and how long it waits. */
interface Call extends Pick<DangerousUpstream, 'origin' | 'secureOrigin'> {
  /** The first segment of the path, which tells the upstream what to do. */
  readonly way: string;
  /** In milliseconds. */
  readonly patience: number;
}

/** A library that talks to a service, and one call of it; rejects as the library rejects. */
export interface Sdk {
  readonly sdk: string;
  call(call: Call): Promise<unknown>;
}

/** Keys of a browser that nobody has, and of the server that pushes to it. */
const BROWSER = createECDH('prime256v1');
BROWSER.generateKeys();
const VAPID = webPush.generateVAPIDKeys();

/**
 * What Mistral's SDK fetches with. It hands `fetch` the clone of a Request that has its time limit; where
 * the first is collected as garbage, that is lost, and it waits for ever (seen on Node 20 to 26).
 */
function fetchingWithin(patience: number): HTTPClient {
  return new HTTPClient({
    fetcher: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(patience) }),
  });
}

/** Each as its documentation says, without retries. */
export const SDKS: readonly Sdk[] = [
  {
    sdk: 'openai',
    call: ({ origin, way, patience }) =>
      new OpenAI({
        apiKey: 'sk-1',
        baseURL: `${origin}/${way}`,
        maxRetries: 0,
        timeout: patience,
      }).models.list(),
  },
  {
    sdk: 'stripe',
    call: ({ origin, way, patience }) => {
      const { hostname: host, port } = new URL(origin);
      const options = { host, port, protocol: 'http', maxNetworkRetries: 0, timeout: patience };
      return new Stripe('sk_test_1', options as Stripe.StripeConfig).rawRequest(
        'GET',
        `/${way}/v1/charges`,
      );
    },
  },
  {
    sdk: '@elastic/elasticsearch',
    call: ({ origin, way, patience }) =>
      new Elasticsearch({
        node: `${origin}/${way}`,
        maxRetries: 0,
        requestTimeout: patience,
      }).get({ index: 'orders', id: '7' }),
  },
  {
    sdk: 'web-push',
    call: ({ secureOrigin, way, patience }) =>
      webPush.sendNotification(
        {
          endpoint: `${secureOrigin}/${way}/push`,
          keys: {
            p256dh: BROWSER.getPublicKey('base64url'),
            auth: Buffer.alloc(16).toString('base64url'),
          },
        },
        'hello',
        {
          agent: new Agent({ ca: LOCALHOST.cert }),
          timeout: patience,
          vapidDetails: { subject: 'mailto:ops@example.com', ...VAPID },
        },
      ),
  },
  {
    sdk: 'twilio',
    call: ({ origin, way, patience }) => {
      const client = twilio('AC1', 'token', { timeout: patience });
      client.api.baseUrl = `${origin}/${way}`;
      return client.api.v2010.account.messages('SM1').fetch();
    },
  },
  {
    sdk: 'ai',
    call: ({ origin, way, patience }) =>
      generateText({
        model: createOpenAI({ apiKey: 'sk-1', baseURL: `${origin}/${way}` })('gpt-4o'),
        prompt: 'hello',
        maxRetries: 0,
        abortSignal: AbortSignal.timeout(patience),
      }),
  },
  {
    sdk: '@mistralai/mistralai',
    call: ({ origin, way, patience }) =>
      new Mistral({
        apiKey: '1',
        serverURL: `${origin}/${way}`,
        timeoutMs: patience,
        retryConfig: { strategy: 'none' },
        httpClient: fetchingWithin(patience),
      }).models.list(),
  },
  {
    sdk: '@octokit/request',
    call: ({ origin, way, patience }) =>
      octokit('GET /user', {
        baseUrl: `${origin}/${way}`,
        request: { signal: AbortSignal.timeout(patience) },
      }),
  },
  {
    sdk: 'superagent',
    call: async ({ origin, way, patience }) => superagent.get(`${origin}/${way}`).timeout(patience),
  },
  {
    sdk: '@notionhq/client',
    call: ({ origin, way, patience }) =>
      new Notion({
        auth: '1',
        baseUrl: `${origin}/${way}`,
        timeoutMs: patience,
        retry: false,
        logger: () => undefined,
      }).users.list({}),
  },
  {
    sdk: '@hapi/wreck',
    call: ({ origin, way, patience }) => wreck.get(`${origin}/${way}`, { timeout: patience }),
  },
];

/** Rejects with what Resend returns as its error, which is no Error. */
export async function sendByResend({ origin, way }: Pick<Call, 'origin' | 'way'>): Promise<void> {
  const { error } = await new Resend('re_1', { baseUrl: `${origin}/${way}` }).emails.send({
    from: 'a@example.com',
    to: 'b@example.com',
    subject: 'hello',
    text: 'hello',
  });
  if (error !== null) throw error;
}
