import 'i18next';
import type texts from './en.json';
import type startTexts from './start.en.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof startTexts & typeof texts };
  }
}
