const SAMPLE = 2_000;

/**
 * The language to answer in: the declared one when the country uses it, else by script. A text with a fair share of
 * Arabic letters is Arabic, because Arabic mail is full of Latin names, links and signatures.
 * @param languages the country's, first one first
 */
export function detectLanguage(text: string, contentLanguage: string, languages: string[]): string {
  const declared = contentLanguage.trim().slice(0, 2).toLowerCase();
  if (languages.includes(declared)) return declared;
  const sample = text.slice(0, SAMPLE);
  const arabic = sample.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (arabic > 0 && arabic * 3 >= latin) return 'ar';
  if (latin > 0) return languages.includes('en') ? 'en' : (languages.find((one) => one !== 'ar') ?? 'en');
  return languages[0] ?? 'en';
}
