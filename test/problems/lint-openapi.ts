import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const REDOCLY = 'test/node_modules/@redocly/cli/bin/cli.js';

const CONFIG = `extends: [recommended-strict]
rules:
  operation-4xx-problem-details-rfc7807: error
  no-invalid-media-type-examples: error
  no-invalid-schema-examples: error
`;

interface Found {
  readonly problems: readonly { readonly ruleId: string; readonly message: string }[];
}

/** What Redocly has to say against an OpenAPI document, by all that it recommends and its rule on problem details, but for some rules. */
export function lintOpenApi(document: unknown, without: readonly string[] = []): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'faultless-'));
  const [file, config] = [join(folder, 'openapi.json'), join(folder, 'redocly.yaml')];
  try {
    writeFileSync(file, JSON.stringify(document));
    writeFileSync(config, CONFIG + without.map((rule) => `  ${rule}: off\n`).join(''));
    const { problems } = JSON.parse(lint(file, config)) as Found;
    return problems.map(({ ruleId, message }) => `${ruleId}: ${message}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** It exits with 1 where it has found something. */
function lint(file: string, config: string): string {
  const args = [REDOCLY, 'lint', file, '--config', config, '--format', 'json'];
  const env = { PATH: process.env.PATH, REDOCLY_TELEMETRY: 'off' };
  try {
    return execFileSync(process.execPath, args, {
      encoding: 'utf8',
      env,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch (failure) {
    return (failure as { readonly stdout: string }).stdout;
  }
}
