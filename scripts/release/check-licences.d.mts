interface Licence {
  readonly licence: string;
  readonly packages: readonly string[];
}

export function listLicences(): Licence[];
export function checkLicences(licences: readonly Licence[]): string[];
