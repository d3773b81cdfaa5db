/** What happened, and what to do next, as a person who meets a code needs it. */
interface Explanation {
  readonly detail: string;
  readonly advice: string;
}

/** An explanation of every code of a table in every language of the catalogue. */
export type Explanations<Table> = Readonly<
  Record<keyof Table, Readonly<Record<CatalogueLanguage, Explanation>>>
>;

/** The languages of the catalogue. */
export type CatalogueLanguage = 'en' | 'zh-CN';
