interface Case {
  readonly when: { readonly en: string };
  readonly status: number;
  readonly page: string;
}

interface Stage<C extends Case> {
  readonly id: string;
  readonly question: { readonly en: string };
  readonly cases: readonly C[];
}

export function writeStages<C extends Case>(
  document: string,
  stages: readonly Stage<C>[],
  describeCase: (one: C) => { status: number; phrase: string; line: string | undefined },
): string;

export function drawDiagram(stages: readonly Stage<Case>[]): string;
