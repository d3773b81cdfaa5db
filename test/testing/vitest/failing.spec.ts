import '@faultless/testing/vitest';
import request from 'supertest';
import { expect, test } from 'vitest';
import { createShop, OutOfCredit } from '../shop.js';

const shop = createShop();
const ask = (path: string) => request(shop).get(path);

test('a member', async () => {
  expect(await ask('/credit')).toBeProblem(OutOfCredit, { balance: 3 });
});

test('a fetch Response', async () => {
  await expect(new Response('No.', { status: 403 })).toBeProblem(403);
});

test('a difference', async () => {
  expect(await ask('/forbidden')).toBeConcealedLike(await ask('/nowhere'));
});
