import type { Packed } from './pack-packages.mjs';

export function checkPackage(packed: Packed & { readonly name: string }): string[];
