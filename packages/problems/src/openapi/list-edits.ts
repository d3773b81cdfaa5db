import { isRecord } from '../check-members.js';
import type { ProblemEntry } from '../problem-entry.js';
import { dialectOf, type Edit, MARK, MARKED, type OpenApiDocument } from './document.js';
import { listOperations, type Operation, recordOf, writableAt } from './list-operations.js';
import { responseName, type SameStatus, writeProblemResponse } from './problem-response.js';
import { PROBLEM_DETAILS, PROBLEM_DETAILS_SCHEMA, writeProblemSchemas } from './problem-schema.js';

type Components = Map<string, unknown>;

/** Lists what has to change for a document to tell of the problems that its operations name. */
export function listEdits(
  document: OpenApiDocument,
  entries: readonly ProblemEntry[],
): readonly Edit[] {
  const dialect = dialectOf(document);
  const operations = listOperations(document).map((operation) => ({
    operation,
    problems: findProblems(operation, entries),
  }));
  const named = new Set(operations.flatMap(({ problems }) => problems));
  // What an application has described is told, and of all others only what is named.
  const told = entries.filter((entry) => entry.type !== 'about:blank' || named.has(entry));
  const schemas: Components = new Map([
    [PROBLEM_DETAILS, PROBLEM_DETAILS_SCHEMA],
    ...told.flatMap((entry) => writeProblemSchemas(entry, dialect)),
  ]);
  const responses: Components = new Map();
  const ours = findOurs(document, 'responses');
  const ofOperations = operations.flatMap(({ operation, problems }) =>
    editOperation(operation, groupByStatus(problems), { ours, responses }),
  );
  return [
    ...editComponents(document, 'schemas', schemas),
    ...editComponents(document, 'responses', responses),
    ...ofOperations,
  ];
}

function findProblems(
  { called, names }: Operation,
  entries: readonly ProblemEntry[],
): readonly ProblemEntry[] {
  return [...new Set(names)].map((name) => {
    const entry = entries.find((one) => one.name === name);
    if (entry !== undefined) return entry;
    const known = entries.map((one) => one.name).join(', ');
    throw new TypeError(
      `addProblems: x-problems of ${called} names ${JSON.stringify(name)}, which is none of ${known}`,
    );
  });
}

function groupByStatus(problems: readonly ProblemEntry[]): readonly SameStatus[] {
  const groups = new Map<number, [ProblemEntry, ...ProblemEntry[]]>();
  for (const entry of problems) {
    const group = groups.get(entry.status);
    if (group === undefined) groups.set(entry.status, [entry]);
    else group.push(entry);
  }
  return [...groups.values()];
}

/** Has the responses of an operation refer to ours, and takes away those of ours that it has no more. */
function editOperation(
  { called, path, responses: present }: Operation,
  groups: readonly SameStatus[],
  { ours, responses }: { readonly ours: ReadonlySet<string>; readonly responses: Components },
): readonly Edit[] {
  const isOurs = (response: unknown): boolean => ours.has(referredTo(response));
  const wanted = new Map(
    groups.map((group): [string, unknown] => {
      const name = responseName(group);
      responses.set(name, writeProblemResponse(group));
      return [String(group[0].status), { $ref: REFERENCE + name }];
    }),
  );
  for (const status of wanted.keys()) {
    if (present[status] === undefined || isOurs(present[status])) continue;
    throw new TypeError(
      `addProblems: ${called} has a response ${status} of its own; take it away, or its problems from x-problems`,
    );
  }
  const gone = Object.keys(present).filter(
    (status) => isOurs(present[status]) && !wanted.has(status),
  );
  return [...gone.map((status) => [status, undefined] as const), ...wanted].map(
    ([status, value]) => ({ path: [...path, 'responses', status], value }),
  );
}

const REFERENCE = '#/components/responses/';

function referredTo(response: unknown): string {
  const { $ref } = recordOf(response);
  return typeof $ref === 'string' && $ref.startsWith(REFERENCE) ? $ref.slice(REFERENCE.length) : '';
}

/** The names of the components of a kind that were written here, in an earlier run. */
function findOurs({ components }: OpenApiDocument, kind: string): ReadonlySet<string> {
  const present = Object.entries(recordOf(recordOf(components)[kind]));
  return new Set(present.filter(([, one]) => isMarked(one)).map(([name]) => name));
}

function isMarked(component: unknown): boolean {
  return isRecord(component) && component[MARK] === MARKED;
}

function editComponents(
  document: OpenApiDocument,
  kind: 'schemas' | 'responses',
  wanted: Components,
): readonly Edit[] {
  const ours = findOurs(document, kind);
  const components = writableAt('components', document.components);
  const present = writableAt(`components.${kind}`, components[kind]);
  for (const name of wanted.keys()) {
    if (!Object.hasOwn(present, name) || ours.has(name)) continue;
    throw new TypeError(
      `addProblems: components.${kind}.${name} is there already, and not from here; give it another name`,
    );
  }
  const gone = [...ours].filter((name) => !wanted.has(name));
  return [...gone.map((name) => [name, undefined] as const), ...wanted].map(([name, value]) => ({
    path: ['components', kind, name],
    value,
  }));
}
