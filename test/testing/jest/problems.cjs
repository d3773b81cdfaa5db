const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { Conflict, errorHandler, Forbidden, NotFound, notFound } = require('@faultless/express');
const { problemCoverage } = require('@faultless/testing');
const express = require('express');

const app = express();
app.get('/orders/:id', ({ params }) => {
  throw params.id === '7' ? new Forbidden() : new Conflict();
});
app.use(notFound());
app.use(errorHandler({ report: () => undefined }));

const coverage = problemCoverage(
  { '*': [NotFound], 'GET /orders/:id': [Forbidden, ...(process.env.CONFLICT ? [Conflict] : [])] },
  { file: join(process.env.FOLDER ?? tmpdir(), 'coverage', 'problems.jsonl') },
);

module.exports = { app: coverage.watch(app), coverage };
