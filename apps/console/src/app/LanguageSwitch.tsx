import { Button } from '@mantine/core';
import { useFormats } from '../i18n/format.js';
import { switchLanguage } from '../i18n/i18n.js';
import { LANGUAGE_NAMES } from '../i18n/languages.js';

/** Named in the language it leads to, so that who needs it can read it. */
export function LanguageSwitch() {
  const other = useFormats().language === 'ar' ? 'en' : 'ar';
  return (
    <Button variant="subtle" size="compact-md" lang={other} onClick={() => void switchLanguage(other)}>
      {LANGUAGE_NAMES[other]}
    </Button>
  );
}
