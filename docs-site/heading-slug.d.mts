/** The anchor of a heading, as GitHub makes it, so that a link leads to the same place in both. */
export function slugOfHeading(heading: string): string;
