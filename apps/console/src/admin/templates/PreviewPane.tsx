import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem.js';
import { useProblemText } from '../../ui/use-problem-text.js';
import classes from './Templates.module.css';
import type { Preview } from './use-preview.js';

interface Props {
  shown: Preview | undefined;
  error: unknown;
  language: string;
}

/** The message with example values; while the text is faulty, the last valid preview. */
export function PreviewPane({ shown, error, language }: Props) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const id = useId();
  const isRefused = error instanceof Problem && error.errors.length > 0;
  return (
    <section className={classes.preview} aria-labelledby={id}>
      <h3 id={id}>{t('template.preview')}</h3>
      <p className={classes.hint}>{t('template.previewHint')}</p>
      {error !== null && error !== undefined && (
        <p className={classes.hint}>{isRefused ? t('template.previewOld') : problemText(error)}</p>
      )}
      {shown && (
        <div className={classes.letter} lang={language} dir={shown.direction} data-old={isRefused}>
          {shown.subject && <p className={classes.subject}>{shown.subject}</p>}
          <p className={classes.text}>{shown.text}</p>
        </div>
      )}
      {shown?.segments != null && (
        <p className={classes.hint}>{t('template.sms', { count: shown.segments })}</p>
      )}
    </section>
  );
}
