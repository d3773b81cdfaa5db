import { readFileSync } from 'node:fs';
import { statusesOf } from '@faultless/core/statuses';
import { describeCase } from '../../packages/cli/src/which/describe-case.js';
import { type Case, STAGES } from '../../packages/cli/src/which/stages.js';
import { drawDiagram, writeStages } from '../../scripts/which-status.mjs';

const CASES = STAGES.flatMap(({ id, cases }) => cases.map((one: Case) => ({ ...one, stage: id })));
const document = readFileSync('docs/which-status.md', 'utf8');

/** The anchors of a document's headings, as GitHub makes them. */
const anchorsOf = (text: string): string[] =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  );

describe('docs/which-status.md', () => {
  it('shows the stages as they are', () => {
    // If it does not: npm run docs:which.
    expect(writeStages(document, STAGES, describeCase)).toBe(document);
    expect(drawDiagram(STAGES)).toBe(readFileSync('docs/pictures/which-status.svg', 'utf8'));
  });

  it('would notice a case that moves', () => {
    const moved = STAGES.map((stage) => ({ ...stage, cases: [...stage.cases].reverse() }));
    expect(writeStages(document, moved, describeCase)).not.toBe(document);
    expect(drawDiagram(moved)).not.toBe(drawDiagram(STAGES));
  });

  it('has its place for them', () => {
    expect(() => writeStages('# no place', STAGES, describeCase)).toThrow('no place');
  });

  it.each(CASES)('has a page for $when.en', ({ page }) => {
    const [file = '', anchor] = page.split('#');
    const anchors = anchorsOf(readFileSync(`docs/${file}`, 'utf8'));
    expect(anchors).toContain(anchor ?? anchors[0]);
  });
});

describe('the stages', () => {
  it('end with every registered error but 418 and 510', () => {
    const ends = new Set(CASES.map(({ status }) => String(status)));
    const missing = statusesOf('iana').filter(({ code }) => code >= '400' && !ends.has(code));
    expect(missing.map(({ code }) => code)).toEqual(['418', '510']);
  });

  it('say everything in both languages', () => {
    for (const { when } of CASES) expect(when['zh-CN']).toMatch(/\p{Script=Han}/u);
    for (const { question } of STAGES) expect(question['zh-CN']).toMatch(/^\p{Script=Han}.*？$/u);
  });

  const first = (status: number): number => CASES.findIndex((one) => one.status === status);
  const last = (status: number): number =>
    CASES.length - 1 - [...CASES].reverse().findIndex((one) => one.status === status);

  /** Each status that wins over another where both apply, and the sentence that says so. */
  it.each([
    // "A server MUST ignore all received preconditions if its response to the same request without
    // those conditions, prior to processing the request content, would have been a status code other
    // than a 2xx (Successful) or 412".
    ...[
      308, 401, 402, 403, 404, 405, 406, 407, 410, 411, 413, 415, 417, 421, 426, 429, 431, 451, 501,
      505,
    ].flatMap((before) => [304, 412, 416].map((after) => [before, after, 'RFC 9110 §13.2.1'])),
    // "… normally evaluated after its normal request checks and just before it would process the
    // request content (if any) or perform the action associated with the request method."
    ...[304, 412, 416].flatMap((before) =>
      [409, 422, 423, 424, 500, 502, 504, 507, 508].map((after) => [
        before,
        after,
        'RFC 9110 §13.2.1',
      ]),
    ),
    // The Range is evaluated after the other preconditions.
    [304, 416, 'RFC 9110 §14.2'],
    [412, 416, 'RFC 9110 §14.2'],
    // A request that had conditions is not asked for some; the others never get here.
    [428, 412, 'RFC 6585 §3'],
    // Credentials that are not adequate are 403; without any it is a 401.
    [401, 403, 'RFC 9110 §15.5.4'],
    // The origin's own authentication is behind that of the proxy.
    [407, 401, 'RFC 9110 §11.7'],
    // "… to hide the current existence of a forbidden target resource": it needs to be known who asks.
    [401, 404, 'RFC 9110 §15.5.4'],
    // A method that the server knows, but this resource does not have.
    [501, 405, 'RFC 9110 §15.5.6'],
    // Content that is of a type that is taken, and correct in its syntax.
    [415, 422, 'RFC 9110 §15.5.21'],
    [413, 415, 'RFC 9110 §10.1.1'],
    // The framing decides where the request ends.
    [505, 414, 'RFC 9112 §2.3'],
  ] as [number, number, string][])('answers %i rather than %i: %s', (before, after) => {
    expect(first(before)).toBeGreaterThanOrEqual(0);
    expect(first(after)).toBeGreaterThanOrEqual(0);
    expect(last(before)).toBeLessThan(first(after));
  });
});

/** What a request says of its conditions; undefined where the field is not there, else whether it is true. */
interface Conditions {
  readonly method: 'GET' | 'HEAD' | 'PUT';
  readonly ifMatch: boolean | undefined;
  readonly ifUnmodifiedSince: boolean | undefined;
  readonly ifNoneMatch: boolean | undefined;
  readonly ifModifiedSince: boolean | undefined;
  readonly ifRange: boolean | undefined;
  /** Whether the Range can be satisfied. */
  readonly range: boolean | undefined;
}

/** The steps of RFC 9110 §13.2.2, as they are written there; undefined is "perform the method". */
function evaluate(request: Conditions): number | undefined {
  const { method, ifMatch, ifUnmodifiedSince, ifNoneMatch, ifModifiedSince } = request;
  const safe = method === 'GET' || method === 'HEAD';
  // 1 and 2
  if (ifMatch !== undefined) {
    if (!ifMatch) return 412;
  } else if (ifUnmodifiedSince === false) return 412;
  // 3 and 4
  if (ifNoneMatch !== undefined) {
    if (!ifNoneMatch) return safe ? 304 : 412;
  } else if (safe && ifModifiedSince === false) return 304;
  // 5, and §14.2 for a Range without If-Range
  const { ifRange, range } = request;
  if (method === 'GET' && range === false && ifRange !== false) return 416;
  return undefined;
}

/** What the cases of the stage say, in the order in which they are asked. */
const APPLIES: Readonly<Record<string, (request: Conditions) => boolean>> = {
  'If-Match names another version': ({ ifMatch }) => ifMatch === false,
  'no If-Match, and it has changed since If-Unmodified-Since': ({ ifMatch, ifUnmodifiedSince }) =>
    ifMatch === undefined && ifUnmodifiedSince === false,
  'If-None-Match names this version, in a GET or HEAD': ({ method, ifNoneMatch }) =>
    method !== 'PUT' && ifNoneMatch === false,
  'If-None-Match names this version, in another method': ({ method, ifNoneMatch }) =>
    method === 'PUT' && ifNoneMatch === false,
  'GET or HEAD, no If-None-Match, unchanged since If-Modified-Since': (request) =>
    request.method !== 'PUT' &&
    request.ifNoneMatch === undefined &&
    request.ifModifiedSince === false,
  'a GET asks for a Range that lies outside, and If-Range, if it came, holds': (request) =>
    request.method === 'GET' && request.range === false && request.ifRange !== false,
};

const VALUES = [undefined, true, false] as const;

const everyRequest: Conditions[] = (['GET', 'HEAD', 'PUT'] as const).flatMap((method) =>
  VALUES.flatMap((ifMatch) =>
    VALUES.flatMap((ifUnmodifiedSince) =>
      VALUES.flatMap((ifNoneMatch) =>
        VALUES.flatMap((ifModifiedSince) =>
          VALUES.flatMap((ifRange) =>
            VALUES.map((range) => ({
              method,
              ifMatch,
              ifUnmodifiedSince,
              ifNoneMatch,
              ifModifiedSince,
              ifRange,
              range,
            })),
          ),
        ),
      ),
    ),
  ),
);

describe('the stage of the conditions', () => {
  const cases: readonly Case[] = STAGES.find(({ id }) => id === 'changed')?.cases ?? [];
  const [required, ...conditional] = cases;

  it('begins with 428, which is for requests without any', () => {
    expect(required?.status).toBe(428);
    expect(conditional.map(({ when }) => when.en)).toEqual(Object.keys(APPLIES));
  });

  it('answers each of 2,187 requests as RFC 9110 §13.2.2 does', () => {
    expect(everyRequest).toHaveLength(2187);
    for (const request of everyRequest) {
      const chosen = conditional.find(({ when }) => APPLIES[when.en]?.(request));
      expect({ request, status: chosen?.status }).toEqual({ request, status: evaluate(request) });
    }
  });
});
