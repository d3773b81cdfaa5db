import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { installTool } from '../clients/install-tool.js';
import type { Place, ReverseProxy } from './proxies.js';

/** A proxy at work. */
export interface RunningProxy {
  readonly port: number;
  readonly close: () => Promise<void>;
}

const OPEN = new Set<RunningProxy>();

// A test that fails may not get to close its proxy, which would go on for ever.
afterAll(async () => {
  await Promise.all([...OPEN].map((proxy) => proxy.close()));
});

/** The program of a proxy, or undefined where it can't be had, which is said. */
export function findProxy({ name }: ReverseProxy): string | undefined {
  try {
    return installTool(name);
  } catch (error) {
    console.warn(`${name} can't be had, and is not tested: ${String(error)}`);
    return undefined;
  }
}

/** Starts a proxy in front of applications on loopback. Whoever starts it closes it. */
export async function startProxy(
  proxy: ReverseProxy,
  program: string,
  upstreams: Place['upstreams'],
): Promise<RunningProxy> {
  const directory = mkdtempSync(join(tmpdir(), 'faultless-proxy-'));
  const place: Place = { port: await findFreePort(), upstreams, directory };
  const path = join(directory, proxy.file);
  writeFileSync(path, proxy.settings(place));
  const child = spawn(program, proxy.command(path, place), {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, HOME: directory, XDG_DATA_HOME: directory, XDG_CONFIG_HOME: directory },
  });
  let printed = '';
  const print = (piece: Buffer): void => {
    printed += String(piece);
  };
  child.stdout.on('data', print);
  child.stderr.on('data', print);
  const exited = once(child, 'exit');
  const running: RunningProxy = {
    port: place.port,
    close: async () => {
      OPEN.delete(running);
      child.kill('SIGTERM');
      await exited;
      rmSync(directory, { recursive: true, force: true });
    },
  };
  OPEN.add(running);
  for (let tries = 0; !(await isListening(place.port)); tries += 1) {
    if (tries < 500 && child.exitCode === null) {
      await sleep(20);
      continue;
    }
    await running.close();
    throw new Error(`${proxy.name} did not start: ${printed}`);
  }
  return running;
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  return await new Promise((resolve) => {
    socket.once('error', () => {
      resolve(false);
    });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}
