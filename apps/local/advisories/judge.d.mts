export interface AdvisoryException {
  id: string;
  reason: string;
  until: string;
}
export function readExceptions(text: string): AdvisoryException[];
export function judge(
  output: string,
  exceptions: AdvisoryException[],
  now: Date,
): { lines: string[]; code: number };
