/** The number that is called out and displayed: the centre's letter and at least three digits, `B-014`. */
export function callNumberOf(letter: string, count: number): string {
  return `${letter}-${String(count).padStart(3, '0')}`;
}
