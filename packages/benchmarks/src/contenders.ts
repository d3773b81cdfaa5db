import type { Contender } from './contenders/contender.js';
import { EXPRESS } from './contenders/express.js';
import { KOA } from './contenders/koa.js';
import { HTTP2, NODE } from './contenders/node.js';
import { OUTSIDE } from './contenders/outside.js';

export const CONTENDERS: readonly Contender[] = [...EXPRESS, ...KOA, ...NODE, ...HTTP2, ...OUTSIDE];

/** Finds a contender by its group and name. */
export function findContender(group: string, name: string): Contender {
  const found = CONTENDERS.find((one) => one.group === group && one.name === name);
  if (found === undefined) throw new Error(`there is no contender ${group} / ${name}`);
  return found;
}
