export interface BuiltFont {
  name: string;
  family: string;
  /** the ranges of characters of the small and of the whole file, as in a stylesheet */
  first: string;
  whole: string;
}
export const FONTS: BuiltFont[];
export const WEIGHTS: Record<'console' | 'portal', number[]>;
export function charactersOf(range: string): string[];
