/** An unpacked package, its sizes in bytes. */
export interface Packed {
  readonly folder: string;
  readonly manifest: { readonly version: string };
  readonly files: readonly { readonly file: string; readonly size: number }[];
  readonly size: number;
}

export const RELEASED: readonly string[];
export function packPackages(
  folder: string,
): (Packed & { readonly name: string; readonly tarball: string })[];
export function readPacked(folder: string): Packed;
