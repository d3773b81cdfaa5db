/** The codes that one seed document names, by the vendor it gives them to. */
export interface SeedCodes {
  readonly seed: string;
  /** Ids as `findStatus` takes them; a code of the registry stands alone. */
  readonly codes: readonly string[];
}

/** Writes `403.1-3` out as 403.1, 403.2, 403.3, each with the name of its source in front. */
function list(source: string, codes: string): string[] {
  return codes
    .trim()
    .split(/\s+/)
    .flatMap((code) => {
      const [, status = '', from, to] = /^(\d+\.)?(\d+)(?:-(\d+))?$/.exec(code) ?? [];
      if (from === undefined) throw new Error(`cannot read ${code}`);
      const last = Number(to ?? from);
      return Array.from(
        { length: last - Number(from) + 1 },
        (_, index) => `${source}:${status}${Number(from) + index}`,
      );
    });
}

/** What the five seed documents name, transcribed; a range such as "103-199 unassigned" names none. */
export const SEED_CODES: readonly SeedCodes[] = [
  {
    seed: '000_eb5973b39ec90deb',
    codes: [
      ...list('iana', '100-102 200-208 226 300-305 307-308'),
      ...list('iana', '400-401 403-418 421-424 426 428-429 431 451 500-508 510-511'),
      ...list('iis', '400.1-11 401.1-5 403.1-13 403.15-22 403.502 404.1-20'),
      ...list('iis', '500.11-15 500.19 500.21-24 500.50-53 500.100 502.1-4 503.0 503.2-3'),
      ...list('arr', '400.601-606 502.2-7'),
      ...list('nginx', '444 499'),
      ...list('microsoft-proxy', '599'),
    ],
  },
  {
    seed: '001_cede8b29adff3c6c',
    codes: [
      ...list('iana', '100-101 200-206 300-305 307'),
      ...list('iana', '400-401 403-407 410 412-417 423 500-502'),
      ...list('iis', '401.1-5 401.7 403.1-20 404.0-3 500.11-15 500.100'),
    ],
  },
  {
    seed: '002_435a762d3d8f0236',
    codes: [
      ...list('iana', '100-102 200-208 226 300-308'),
      ...list('iana', '400-418 421-424 426 428-429 431 451 500-508 510-511'),
      ...list('gears', '103'),
      ...list('spring', '420'),
      ...list('twitter', '420'),
      ...list('windows', '450'),
      ...list('esri', '498-499'),
      ...list('wget', '499'),
      ...list('apache', '509'),
      ...list('pantheon', '530'),
      ...list('iis', '440 449'),
      ...list('exchange', '451'),
      ...list('nginx', '444 494-497 499'),
      ...list('cloudflare', '520-526'),
      ...list('unattributed', '419'),
      ...list('microsoft-proxy', '598-599'),
      ...list('iis', '400.1-11 401.1-5 403.1-22 403.502 404.0-20'),
      ...list('iis', '500.0 500.11-13 500.15 500.19 500.21-24 500.50-53 500.100'),
      ...list('iis', '502.1-4 503.0 503.2-3'),
      ...list('arr', '400.601-606 502.2-7'),
    ],
  },
  {
    seed: '003_cee8da7b6c4294ec',
    codes: [
      ...list('iana', '100-101 200-207 301-302 304 307'),
      ...list('iana', '400-401 403-407 412-417 423 500-505'),
      ...list('iis', '401.1-5 401.7 403.1-20 404.0-3'),
    ],
  },
  {
    seed: '004_578185974434466a',
    codes: [
      ...list('iana', '100-101 200-207 301-302 304 307'),
      ...list('iana', '400-401 403-407 412-417 423 500-505'),
      ...list('iis', '401.1-5 401.7 403.1-20 404.0-3'),
      ...list('iis', '500.12-13 500.15-16 500.18-19 500.100 502.1-2'),
    ],
  },
];

/** In the registry as of today, and in no seed: registered after they were written. */
export const REGISTERED_SINCE: readonly string[] = ['iana:103', 'iana:425'];
