import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { holdResponse } from './hold-response.js';

const make = (): ServerResponse => new ServerResponse(new IncomingMessage(new Socket()));

describe('holdResponse', () => {
  it('notes who tries to send, and lets nothing leave', () => {
    const response = make();
    const hold = holdResponse(response);
    expect([response.write('a'), response.end()]).toEqual([true, response]);
    expect([hold.tried, response.headersSent]).toEqual([true, false]);
    hold.release();
    expect(Object.hasOwn(response, 'end')).toBe(false);
  });

  it('puts back what somebody else had put there', () => {
    const response = make();
    const own = (): ServerResponse => response;
    Object.assign(response, { end: own });
    holdResponse(response).release();
    expect(response.end).toBe(own);
  });

  it('leaves what somebody has wrapped meanwhile, which then goes on', () => {
    const response = make();
    const hold = holdResponse(response);
    const { end } = response;
    const wrapped = (): unknown => Reflect.apply(end, response, []);
    Object.assign(response, { end: wrapped });
    hold.release();
    expect(response.end).toBe(wrapped);
    response.end();
    expect(response.writableEnded).toBe(true);
  });

  it('takes a response that lacks one of the methods', () => {
    const response = make();
    Object.defineProperty(response, 'flushHeaders', { value: undefined, configurable: true });
    holdResponse(response).release();
    expect(response.flushHeaders).toBeUndefined();
  });
});
