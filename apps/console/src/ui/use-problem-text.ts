import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem.js';

/** Error text: the api's localised detail, or a generic text. */
export function problemText(error: unknown, t: TFunction): string {
  if (!(error instanceof Problem)) return t('error.unknown');
  if (error.status === 0) return t('error.network');
  if (error.errors.length > 0) return error.errors.map(({ message }) => message).join(' ');
  return error.detail || t('error.unknown');
}

export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => problemText(error, t);
}
