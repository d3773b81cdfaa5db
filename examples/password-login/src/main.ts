import { createServer } from 'node:http';
import { ACCOUNT, createListener } from './listener.js';

const port = Number(process.env.PORT ?? 3004);

createServer(createListener()).listen(port, () => {
  console.log(`curl --user '${ACCOUNT.user}:${ACCOUNT.password}' http://localhost:${port}/basic`);
  console.log(
    `curl --digest --user '${ACCOUNT.user}:${ACCOUNT.password}' http://localhost:${port}/digest`,
  );
});
