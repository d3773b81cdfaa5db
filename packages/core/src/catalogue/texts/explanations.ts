/** What happened, and what to do next, as a person who meets a code needs it. */
interface Explanation {
  readonly detail: string;
  readonly advice: string;
}

/** An explanation of every code of a table in every language of the catalogue. */
export type Explanations<Table, Facts = unknown, Names = unknown> = Readonly<
  Record<keyof Table, Facts & Readonly<Record<CatalogueLanguage, Names & Explanation>>>
>;

/** What else is known of a vendor's code, and no answer needs. */
export interface VendorFacts {
  /** The versions of the product whose lists have it; absent where it is not tied to versions. */
  readonly versions?: string;
  /** Where it is documented, if not where its source is. */
  readonly reference?: string;
  /** Why the registered status that it leaves as is the nearest. */
  readonly reason: string;
  /** Where lists of codes disagree, or what is easily taken wrongly. */
  readonly note?: string;
}

/** The same of a vendor's codes, whose names are in their table. */
export type VendorExplanations<Table> = Explanations<Table, VendorFacts>;

/** And of substatuses, which are never sent: all that needs their names is here. */
export type SubstatusExplanations<Table> = Explanations<
  Table,
  VendorFacts,
  { readonly title: string }
>;

/** The languages of the catalogue. */
export type CatalogueLanguage = 'en' | 'zh-CN';
