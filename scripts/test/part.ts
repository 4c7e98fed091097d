/** What one part of `npm test` came to. */
export interface PartResult {
  passed: number;
  failed: number;
  skipped?: number;
  /** What went wrong, for people; printed where something failed. */
  report?: string;
  /** A short word on what was run, printed behind the counts. */
  note?: string;
}

export type Part = () => Promise<PartResult>;

/** A part that is a single check. */
export function singleCheck(holds: boolean, report: string): PartResult {
  return { passed: holds ? 1 : 0, failed: holds ? 0 : 1, report };
}
