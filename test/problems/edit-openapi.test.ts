import { defineProblems, members } from '@faultless/problems';
import { addProblems, type OpenApiDocument } from '@faultless/problems/openapi';
import { parse, stringify } from 'yaml';
import { editOpenApi } from '../../packages/cli/src/problems/edit-openapi.js';

const problems = defineProblems({
  base: 'https://api.example/problems/',
  problems: {
    OutOfCredit: {
      status: 403,
      texts: {
        en: { title: 'You do not have enough credit.', detail: 'It costs more than you have.' },
      },
      members: members<{ balance: number }>({
        type: 'object',
        properties: { balance: { type: 'number' } },
        required: ['balance'],
      }),
      examples: [{ members: { balance: 30 } }],
    },
    SoldOut: {
      status: 409,
      texts: { en: { title: 'It is sold out.', detail: 'Nothing is left of it.' } },
    },
  },
});

const read = (text: string): OpenApiDocument =>
  parse(text, { merge: true, maxAliasCount: -1 }) as OpenApiDocument;

/** The lines of a text that another has not, in their order. */
function linesOnlyIn(text: string, other: string): readonly string[] {
  const lines = other.split('\n');
  return text.split('\n').filter((line) => {
    const at = lines.indexOf(line);
    if (at === -1) return true;
    lines.splice(at, 1);
    return false;
  });
}

const HEAD = 'openapi: 3.1.0\ninfo: { title: Shop, version: "1" }\n';
const OK = '"200": { description: ok }';
const REFERENCE = '$ref: "#/components/responses/OutOfCredit"';

/** Operations of which each is written in another way, and what its responses are to begin with afterwards. */
const WRITTEN: Readonly<Record<string, readonly [before: string, after: string]>> = {
  'with its statuses quoted by others': [
    `paths:
  /a:
    get:
      x-problems: [OutOfCredit]
      responses:
        '200': {description: 'it''s well'}   # as it is
        204:
          description: >-
            folded
            text
      # the end
`,
    `            text
        "403":
          ${REFERENCE}
      # the end
`,
  ],
  'with responses of which there are none': [
    `paths:
  /a:
    get:
      x-problems: [OutOfCredit]
      responses:   # none yet
  /b: {}
`,
    `      responses:   # none yet
        "403":
          ${REFERENCE}
  /b: {}
`,
  ],
  'with responses that are null': [
    `paths:
  /a:
    get:
      responses: ~ # none
      x-problems: [OutOfCredit]
`,
    `      responses: # none
        "403":
          ${REFERENCE}
      x-problems: [OutOfCredit]
`,
  ],
  'with responses in empty braces': [
    `paths:
    /a:
        get:
            responses: {}
            x-problems: [OutOfCredit]
`,
    `            responses:
                "403":
                    ${REFERENCE}
            x-problems: [OutOfCredit]
`,
  ],
  'without responses': [
    `paths:
  /a:
    get:
      x-problems: [OutOfCredit]`,
    `      x-problems: [OutOfCredit]
      responses:
        "403":
          ${REFERENCE}
components:
`,
  ],
  'in braces on one line': [
    'paths: { /a: { get: { x-problems: [OutOfCredit], responses: { 200: { description: ok }, } } } }\n',
    '{ 200: { description: ok }, "403": {"$ref":"#/components/responses/OutOfCredit"}, } } } }\n',
  ],
  'in braces that are empty': [
    'paths: { /a: { get: { x-problems: [OutOfCredit], responses: {} } } }\n',
    'responses: {"403":{"$ref":"#/components/responses/OutOfCredit"}} } } }\n',
  ],
  'in JSON': [
    `paths: {
    "/a": {
        "get": {
            "x-problems": ["OutOfCredit"],
            "responses": {
                "200": {"description":"ok"}
            }
        }
    }
}
`,
    `                "200": {"description":"ok"},
                "403": {
                    "$ref": "#/components/responses/OutOfCredit"
                }
            }
`,
  ],
  'in braces with comments': [
    `paths:
  /a:
    get:
      x-problems: [OutOfCredit]
      responses: {
        200: { description: ok } # as it is
      }
  /b:
    get:
      x-problems: [OutOfCredit]
      responses: {
        200: { description: ok }, # as it is
      }
`,
    `        200: { description: ok }, # as it is
        "403": {
          "$ref": "#/components/responses/OutOfCredit"
        }
      }
  /b:
    get:
      x-problems: [OutOfCredit]
      responses: {
        200: { description: ok }, # as it is
        "403": {
          "$ref": "#/components/responses/OutOfCredit"
        }
      }
`,
  ],
  'behind a text that keeps its empty lines': [
    `paths:
  /a:
    get:
      x-problems: [OutOfCredit]
      responses:
        200:
          description: |+
            kept

  /b: {}
`,
    `            kept

        "403":
          ${REFERENCE}
  /b: {}
`,
  ],
  'with what a merge key has': [
    `x-common: &common
  '500': { description: oh }
paths:
  /a:
    get:
      x-problems: [OutOfCredit]
      responses:
        <<: *common
        ${OK}
`,
    `        <<: *common
        ${OK}
        "403":
          ${REFERENCE}
`,
  ],
  'with responses that only a merge key has': [
    `x-common: &common
  responses: { '500': { description: oh } }
paths:
  /a:
    get:
      <<: *common
      x-problems: [OutOfCredit]
`,
    `      x-problems: [OutOfCredit]
      responses:
        "403":
          ${REFERENCE}
        "500":
          description: oh
`,
  ],
  'with responses that are an alias': [
    `x-common: &common # of all
  '500': { description: oh }
paths:
  /a:
    get:
      x-problems: [OutOfCredit]
      responses: *common # of all
  /b:
    get:
      responses: *common
`,
    `      responses: # of all
        "403":
          ${REFERENCE}
        "500":
          description: oh
  /b:
    get:
      responses: *common
`,
  ],
  'in another place, too, by an alias': [
    `paths:
  /v1: &all
    get:
      x-problems: [OutOfCredit]
      responses:
        ${OK}
  /v2: *all
`,
    `        ${OK}
        "403":
          ${REFERENCE}
  /v2: *all
`,
  ],
};

describe('editOpenApi', () => {
  it.each(Object.entries(WRITTEN))('adds to an operation %s', (_, [before, after]) => {
    const text = HEAD + before;
    const edited = editOpenApi(text, problems);
    expect(edited).toContain(after);
    expect(read(edited)).toEqual(addProblems(read(text), problems));
    expect(editOpenApi(edited, problems)).toBe(edited);
    const gone = linesOnlyIn(text, edited);
    expect(
      gone.filter((line) => !/responses: (~|\{\}|\*)|\{.*\}|^ +"200": \{"desc/.test(line)),
    ).toEqual([]);
  });

  it.each(Object.entries(WRITTEN))('leaves nothing of it to an operation %s', (_, [before]) => {
    const text = HEAD + before;
    const edited = editOpenApi(text, problems)
      .replaceAll('[OutOfCredit]', '[]')
      .replace('["OutOfCredit"]', '[]');
    const undone = editOpenApi(edited, problems);
    expect(read(undone)).toEqual(addProblems(read(edited), problems));
    expect(undone).not.toContain('responses/OutOfCredit');
    for (const [comment] of before.matchAll(/# .*/g)) expect(undone).toContain(comment);
    expect(editOpenApi(undone, problems)).toBe(undone);
  });

  it('keeps the ends of lines', () => {
    const [before] = WRITTEN['with responses in empty braces'] ?? [''];
    const text = (HEAD + before).replaceAll('\n', '\r\n');
    const edited = editOpenApi(text, problems);
    expect(edited.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(edited.replaceAll('\r\n', '\n')).toBe(editOpenApi(HEAD + before, problems));
  });

  it('takes what a file may begin and end with, and as many aliases as it has', () => {
    const aliases = Array.from({ length: 150 }, (_, at) => `  a${at}: *same\n`).join('');
    const body = `${HEAD}x-same: &same { x: [1, 2, 3] }\nx-all:\n${aliases}paths: {}\n`;
    const plain = editOpenApi(body, problems);
    for (const [before, after] of [
      ['\ufeff', ''],
      ['# The API.\n\n---\n', '...\n'],
      ['%YAML 1.2\n--- # The API.\n', '# the end'],
    ] as const) {
      expect(editOpenApi(before + body + after, problems)).toBe(before + plain + after);
    }
  });

  it('writes texts that are none in YAML 1.1 so that they are texts there, too', () => {
    const words = ['No', 'off', '2026-01-01', '12:30:45', '0o7', '1_000'];
    const registry = defineProblems({
      base: 'https://api.example/problems/',
      problems: Object.fromEntries(
        words.map((title, at) => [
          `Problem${'ABCDEF'[at]}`,
          { status: 409, texts: { en: { title, detail: title } } },
        ]),
      ),
    });
    for (const version of ['1.1', '1.2'] as const) {
      const text = `%YAML ${version}\n---\n${HEAD}paths: {}\n`;
      const { components } = parse(editOpenApi(text, registry), { version }) as {
        components: { schemas: Record<string, { title: unknown }> };
      };
      const titles = Object.values(components.schemas).map(({ title }) => title);
      expect(titles).toEqual([undefined, ...words]);
    }
  });

  it('takes away what is in the middle, at the end, and all there is', () => {
    const more = { entries: [...problems.entries, { ...problems.entries[1], name: 'Third' }] };
    const json = JSON.stringify(addProblems(read(`${HEAD}paths: {}`), more as never), null, '\t');
    for (const text of [json, stringify(JSON.parse(json))]) {
      for (const entries of [[0, 2], [0, 1], [2], []].map((list) =>
        list.map((at) => more.entries[at]),
      )) {
        const fewer = { ...problems, entries } as never;
        const edited = editOpenApi(text, fewer);
        expect(read(edited)).toEqual(addProblems(read(text), fewer));
        expect(linesOnlyIn(edited, text).filter((line) => !/^\s*}$/.test(line))).toEqual([]);
      }
    }
  });

  it('writes over what is its own, and keeps the rest', () => {
    const first = editOpenApi(`${HEAD}paths: {}\nx-last: true # the last\n`, problems);
    const [credit, ...others] = problems.entries;
    const changed = {
      ...problems,
      entries: [{ ...credit, texts: { en: { title: 'Other.', detail: 'Else.' } } }, ...others],
    };
    const second = editOpenApi(
      first.replace('title: You do not', 'title: &t You do not'),
      changed as never,
    );
    expect(read(second)).toEqual(addProblems(read(first), changed as never));
    expect(linesOnlyIn(second, first)).toEqual([
      '      title: Other.',
      '      description: Else.',
      '                - Other.',
    ]);
    expect(second).toContain('x-last: true # the last\n');
  });

  it('says where a change would reach other places, and makes none', () => {
    for (const [text, message] of [
      [
        `paths:
  /a:
    get:
      x-problems: [OutOfCredit]
      responses: &ok
        ${OK}
  /b:
    get:
      responses: { <<: *ok }
`,
        /^paths\.\/b\.get\.responses\.403 is written by an anchor/,
      ],
      [
        `paths: {}
components:
  responses:
    OutOfCredit: &credit
      x-generated-by: faultless
x-credit: *credit
`,
        /^what is marked x-generated-by: faultless is written anew.*Unresolved alias.*credit/,
      ],
      [
        `paths: { /a: { get: { x-problems: [OutOfCredit] } } }
components:
  responses:
    OutOfCredit: &credit
      x-generated-by: faultless
x-credit: *credit
`,
        /^x-credit\.\w+ is written by an anchor/,
      ],
    ] as const) {
      const attempt = () => editOpenApi(HEAD + text, problems);
      expect(attempt).toThrow(message);
    }
    expect(() => editOpenApi('a: [b', problems)).toThrow(/at line 1/);
    expect(() => editOpenApi('- a', problems)).toThrow(/it is no OpenAPI document/);
  });
});
