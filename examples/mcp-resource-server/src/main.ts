import { start } from './start.js';

const { origin } = await start(Number(process.env.PORT ?? 3002));
console.log(`POST ${origin}/mcp`);
