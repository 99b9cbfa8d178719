import type { UiLanguage } from '#wasl/kernel';
import type { BuiltIn } from './built-in-parts.js';
import { ARABIC } from './built-in-templates.ar.js';
import { ENGLISH } from './built-in-templates.en.js';

/** What is said where nobody has written other words. */
export const BUILT_IN: Record<UiLanguage, BuiltIn> = { ar: ARABIC, en: ENGLISH };
