import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { errorHandler as expressErrorHandler, type Report } from '@faultless/express';
import { errorHandler as koaErrorHandler, type MappingOptions } from '@faultless/koa';
import express, { type Express } from 'express';
import Koa from 'koa';
import { listen } from '../harness/listen.js';

/** A server at work, and what it has reported so far. */
export interface Served {
  readonly url: string;
  readonly port: number;
  readonly reports: Report[];
  close(): Promise<void>;
}

/** Starts Express 5 with an app of your own and our error handler after it. */
export function serveExpress(
  mount: (app: Express) => void,
  options?: MappingOptions,
): Promise<Served> {
  const app = express();
  const reports: Report[] = [];
  mount(app);
  app.use(expressErrorHandler({ ...options, report: (report) => reports.push(report) }));
  return serve(app, reports);
}

/** Starts Koa 3, or another, with our error handler and an app of your own after it. */
export function serveKoa(
  mount: (app: Koa) => void,
  options?: MappingOptions,
  app = new Koa(),
): Promise<Served> {
  const reports: Report[] = [];
  app.use(koaErrorHandler({ ...options, report: (report) => reports.push(report) }));
  mount(app);
  return serve(app.callback(), reports);
}

/** A server for each framework that throws what `raise` throws, or what its promise rejects with. */
export const FRAMEWORKS = [
  {
    framework: 'Express',
    throwing: (raise: Raise, options?: MappingOptions) =>
      serveExpress((app) => {
        app.use(async (request) => {
          await raise(request.url);
        });
      }, options),
  },
  {
    framework: 'Koa',
    throwing: (raise: Raise, options?: MappingOptions) =>
      serveKoa((app) => {
        app.use(async (context) => {
          await raise(context.url);
        });
      }, options),
  },
] as const;

/** @param url path and query of the request, to tell cases apart */
export type Raise = (url: string) => unknown;

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Serves what a framework made of an app. */
export async function serve(listener: Listener, reports: Report[]): Promise<Served> {
  const server = createServer((request, response) => void listener(request, response));
  const { origin: url, port, close } = await listen(server);
  return { url, port, reports, close };
}

/** The members of a problem document that mapping decides. */
interface Problem {
  readonly status: number;
  readonly title: string;
  readonly detail?: string;
  readonly code?: string;
  readonly temporary?: boolean;
  readonly [member: string]: unknown;
}

/** An answer, with its problem document read. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly problem: Problem;
}

/** Sends a request and reads the problem document that comes back. */
export async function ask(url: string, init?: RequestInit): Promise<Answered> {
  const response = await fetch(url, init);
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    problem: JSON.parse(text) as Problem,
  };
}
