import { check } from './check.js';
import { createExpressApp } from './express-app.js';
import { createKoaApp } from './koa-app.js';

const koa = createKoaApp().callback();

for (const title of await check(createExpressApp(), 200)) console.log(`Express: ${title}`);
for (const title of await check((request, response) => void koa(request, response), 404)) {
  console.log(`Koa: ${title}`);
}
// Exporters and the database would keep the process.
process.exit();
