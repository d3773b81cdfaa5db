// What mapping costs: node packages/benchmarks/map-error.mjs (after npm run build).
import { importSource } from '../../scripts/import-source.mjs';

const { createMapError } = await importSource('packages/core/src/mappers/map-error.ts');
const { BUILT_IN_MAPPERS } = await importSource('packages/core/src/mappers/registry.ts');

class QueueError extends Error {
  constructor() {
    super('the queue is gone');
    this.queue = 'orders';
  }
}

const CASES = {
  'unknown Error': () => new Error('x'),
  'unknown TypeError': () => new TypeError('x'),
  'unknown subclass with a field': () => new QueueError(),
  'unknown with an unknown code': () => Object.assign(new Error('x'), { code: 'E_QUEUE' }),
  'unknown with a cause': () => new Error('x', { cause: new Error('y') }),
  'unknown, all of the above in turn': undefined,
  'a string': () => 'x',
  'by http-errors’ contract': () =>
    Object.assign(new Error('x'), { status: 404, statusCode: 404, expose: true }),
  'malformed JSON (body-parser)': () =>
    Object.assign(new SyntaxError('x'), {
      status: 400,
      statusCode: 400,
      expose: true,
      type: 'entity.parse.failed',
      body: '{',
    }),
};

const BATCH = 200;
const BATCHES = 5000;
const ignore = () => {};

for (const [name, make] of Object.entries(CASES)) {
  const mapError = createMapError({}, BUILT_IN_MAPPERS);
  const makers = make ? [make] : Object.values(CASES).slice(0, 5);
  const errors = makers.map((maker) => maker());
  for (let i = 0; i < 50_000; i += 1) mapError(errors[i % errors.length], ignore);
  const samples = [];
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const start = process.hrtime.bigint();
    for (let i = 0; i < BATCH; i += 1) mapError(errors[i % errors.length], ignore);
    samples.push(Number(process.hrtime.bigint() - start) / BATCH);
  }
  samples.sort((a, b) => a - b);
  const at = (share) => `${samples[Math.floor(samples.length * share)].toFixed(0)} ns`.padStart(8);
  console.log(`${name.padEnd(36)} median ${at(0.5)}   p95 ${at(0.95)}`);
}
console.log(`${BUILT_IN_MAPPERS.list.length} built-in mappers, ${process.version}`);
