import { type Language, LANGUAGE_NAMES, type Localized } from '../i18n/languages.js';
import { TextInput } from '../ui/fields.js';
import classes from './Admin.module.css';

interface Props {
  label: string;
  value: Localized;
  fault: (language: Language) => string | undefined;
  change: (value: Localized) => void;
}

/** The same in both languages, each in its own direction. */
export function LocalizedInputs({ label, value, fault, change }: Props) {
  return (
    <div className={classes.pair}>
      {(Object.keys(LANGUAGE_NAMES) as Language[]).map((language) => (
        <TextInput
          key={language}
          label={`${label} (${LANGUAGE_NAMES[language]})`}
          required
          maxLength={200}
          lang={language}
          dir={language === 'ar' ? 'rtl' : 'ltr'}
          value={value[language]}
          error={fault(language)}
          onChange={({ currentTarget }) => change({ ...value, [language]: currentTarget.value })}
        />
      ))}
    </div>
  );
}
