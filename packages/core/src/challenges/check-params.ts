import { describeValue } from '../values/describe-value.js';
import { ownMembers } from '../values/own-members.js';

/** Refuses what has no parameters to look at. @throws {TypeError} naming the builder */
export function checkParams<Params extends object>(builder: string, params: Params): Params {
  if (typeof params === 'object' && (params as Params | null) !== null) {
    return ownMembers(params);
  }
  throw new TypeError(`${builder} takes an object of parameters, not ${describeValue(params)}`);
}
