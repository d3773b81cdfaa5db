import type { BuiltInMapper } from './built-in-mapper.js';
import { httpErrors } from './http-errors.js';
import { upstream } from './upstream.js';

/**
 * The built-in mappers in the order in which they are asked: what a library says of itself before
 * what many share, and last whatever states a status of its own.
 */
export const BUILT_IN_MAPPERS = [upstream, httpErrors] as const;

type Registered = (typeof BUILT_IN_MAPPERS)[number];

/** The name of a built-in mapper. */
export type MapperName = Registered['name'];

/** A stable `code` of a mapped answer. */
export type MappedCode = CodeOf<Registered>;

type CodeOf<Each> = Each extends BuiltInMapper<string, infer Code> ? Code : never;
