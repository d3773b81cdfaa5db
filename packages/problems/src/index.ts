export { defineProblems, type Problems } from './define-problems.js';
export { members } from './members.js';
export type { ClassOf, DescribedClass, Particulars, ParticularsOf } from './problem-class.js';
export type {
  DescribedTexts,
  ProblemDescription,
  ProblemExample,
  ProblemStatus,
  ProblemTerms,
} from './problem-description.js';
export type { ProblemEntry, SentProblem } from './problem-entry.js';
export type { ProblemDescriptions, ProblemsOptions } from './problems-options.js';
export type {
  JsonSchema,
  JsonSchemaTarget,
  SchemaInput,
  SchemaIssue,
  SchemaOutput,
  SchemaResult,
  StandardSchema,
} from './standard-schema.js';
