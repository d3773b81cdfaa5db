import { NotFound } from '@faultless/core';

export const hostile = (): never => {
  throw new Error('trapped');
};

/** A proxy whose every trap throws. */
export function trap(target: object): object {
  return new Proxy(target, new Proxy({}, { get: () => hostile }));
}

/** A proxy of which nothing is left. */
export function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

/** A proxy of a 404 that throws at the nth reading, and lies about its status from then on. */
export function flaky(turn: number, status: unknown): object {
  let read = 0;
  return new Proxy(new NotFound('Gone wrong.'), {
    get(target, name) {
      read += 1;
      if (read === turn && status === undefined) throw new Error('flaky');
      if (name === 'status' && read >= turn) return status;
      return Reflect.get(target, name) as unknown;
    },
  });
}
