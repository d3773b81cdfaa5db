export function measureBundles(): {
  readonly what: string;
  readonly ceiling: number;
  readonly size: number;
}[];
