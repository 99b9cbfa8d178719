import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem.js';
import { useProblemText } from '../ui/use-problem-text.js';
import { isCancelled } from './passkey-ceremonies.js';

/** Error text for a passkey failure of the api or of the browser. */
export function usePasskeyText(): (error: unknown) => string {
  const { t } = useTranslation();
  const problemText = useProblemText();
  return (error) => {
    if (error instanceof Problem) return problemText(error);
    if (isCancelled(error)) return t('passkey.cancelled');
    if (error instanceof Error && error.name === 'InvalidStateError') return t('passkey.known');
    return t('passkey.failed');
  };
}
