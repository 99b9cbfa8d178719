import { Button } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Placeholder } from '../../api/templates-api.js';
import { useFormats } from '../../i18n/format.js';
import classes from './Templates.module.css';

interface Props {
  placeholders: readonly Placeholder[];
  insert: (name: string) => void;
}

/** The available placeholders; a press inserts one at the caret. */
export function PlaceholderList({ placeholders, insert }: Props) {
  const { t } = useTranslation();
  const { localized } = useFormats();
  const id = useId();
  if (placeholders.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={classes.heading}>
        {t('template.placeholders')}
      </h3>
      <ul className={classes.places}>
        {placeholders.map((place) => (
          <li key={place.name}>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('template.insert', { name: place.name })}
              onClick={() => insert(place.name)}
            >
              <code dir="ltr">{`{{${place.name}}}`}</code>
            </Button>
            <span>
              {localized(place.meaning)}
              {place.required && <strong> · {t('template.required')}</strong>}
              {place.mayBeEmpty && <span className={classes.quiet}> · {t('template.mayBeEmpty')}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
