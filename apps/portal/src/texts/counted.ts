import type { UiLanguage } from '#wasl/kernel';

interface Forms {
  en: Record<'one' | 'other', string>;
  ar: Record<'zero' | 'one' | 'two' | 'few' | 'many' | 'other', string>;
}

/** A text with a count: one form for each plural category of the language; `{n}` is replaced by the number. */
export function counted<L extends UiLanguage>(language: L, forms: Forms[L]): (n: number) => string {
  const rules = new Intl.PluralRules(language);
  const texts = forms as Record<Intl.LDMLPluralRule, string>;
  return (n) => texts[rules.select(n)].replace('{n}', String(n));
}
