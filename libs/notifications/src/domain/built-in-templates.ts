import type { UiLanguage } from '#wasl/kernel';
import type { BuiltIn } from './built-in-parts.js';
import { ARABIC } from './built-in-templates.ar.js';
import { ENGLISH } from './built-in-templates.en.js';

/** The built-in templates, used where there is no override. */
export const BUILT_IN: Record<UiLanguage, BuiltIn> = { ar: ARABIC, en: ENGLISH };
