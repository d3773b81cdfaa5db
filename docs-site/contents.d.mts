/** A part of docs/README.md, with the title and the link of each page. */
export interface Part {
  readonly title: string;
  readonly pages: readonly { readonly title: string; readonly link: string }[];
}

/** What docs/README.md lists, in its order. */
export function readContents(): readonly Part[];
