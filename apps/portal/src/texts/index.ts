import type { UiLanguage } from '#wasl/kernel';
import { ar } from './ar.js';
import { en, type Texts } from './en.js';

export type { Texts } from './en.js';

/** What the portal says, by language. */
export const TEXTS: Record<UiLanguage, Texts> = { ar, en };
