import { useTranslation } from 'react-i18next';
import classes from '../offers/Offers.module.css';
import { Ltr } from '../ui/Ltr.js';

/** Digits of no numbering plan are shown as they came; others as we read them, and what came when its digits differ. */
export function CallerNumber({ from, fromRaw }: { from: string | null; fromRaw: string | null }) {
  const { t } = useTranslation();
  const number = from ?? fromRaw;
  if (!number) return t('call.hidden');
  return (
    <>
      <Ltr>{number}</Ltr>{' '}
      {fromRaw && digitsOf(fromRaw) !== digitsOf(number) && (
        <span className={classes.why}>
          {t('call.asSent')} <Ltr>{fromRaw}</Ltr>
        </span>
      )}
    </>
  );
}

const digitsOf = (number: string) => number.replace(/\D/g, '');
