require('@faultless/testing/jest');
const { Forbidden, NotFound } = require('@faultless/express');
const request = require('supertest');
const { app } = require('./problems.cjs');

test('refuses strangers', async () => {
  expect(await request(app).get('/orders/7')).toBeProblem(Forbidden);
});

test('knows no other address', async () => {
  expect(await request(app).get('/nowhere')).toBeProblem(NotFound);
});
