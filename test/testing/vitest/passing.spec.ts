import '@faultless/testing/vitest';
import request from 'supertest';
import { expect, test } from 'vitest';
import { createShop, OutOfCredit } from '../shop.js';

const shop = createShop();
const ask = (path: string) => request(shop).get(path);

test('knows a problem', async () => {
  const response = await ask('/credit');
  expect(response).toBeProblem(OutOfCredit, { balance: 30 });
  expect(response).toBeProblem(OutOfCredit, { balance: expect.any(Number) });
  expect(response).toBeProblem(OutOfCredit, expect.objectContaining({ balance: 30 }));
  expect(response).not.toBeProblem(404);
  // @ts-expect-error: a balance is a number
  expect(response).not.toBeProblem(OutOfCredit, { balance: '30' });
});

test('waits for a fetch Response', async () => {
  const body = JSON.stringify({ type: 'https://example.com/problems/out-of-credit', status: 403 });
  const headers = { 'Content-Type': 'application/problem+json' };
  const response = new Response(body, { status: 403, headers });
  const matched: Promise<void> = expect(response).toBeProblem(OutOfCredit);
  await matched;
  await expect(Promise.resolve(response)).resolves.toBeProblem(403);
  await expect(response).toBeConcealedLike(response.clone());
});

test('finds no difference where there is none', async () => {
  expect(await ask('/secret')).toBeConcealedLike(await ask('/nowhere'));
});
