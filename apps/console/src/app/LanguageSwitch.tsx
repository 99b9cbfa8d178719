import { Button } from '@mantine/core';
import { useFormats } from '../i18n/format.js';
import { switchLanguage } from '../i18n/i18n.js';
import { LANGUAGE_NAMES } from '../i18n/languages.js';

/** Labelled in the target language, so that a person who needs it can read it. */
export function LanguageSwitch() {
  const other = useFormats().language === 'ar' ? 'en' : 'ar';
  return (
    <Button variant="subtle" size="compact-md" lang={other} onClick={() => void switchLanguage(other)}>
      <span className="language-name">{LANGUAGE_NAMES[other]}</span>
    </Button>
  );
}
