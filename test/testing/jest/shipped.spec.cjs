const { Conflict } = require('@faultless/express');
const request = require('supertest');
const { app } = require('./problems.cjs');

test('leaves a shipped order alone', async () => {
  expect(await request(app).get('/orders/8')).toBeProblem(Conflict);
});
