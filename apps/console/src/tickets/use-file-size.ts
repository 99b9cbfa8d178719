import { useMemo } from 'react';
import { useFormats } from '../i18n/format.js';

export function useFileSize(): (bytes: number) => string {
  const { language } = useFormats();
  return useMemo(() => {
    const locale = language === 'ar' ? 'ar-u-nu-latn' : 'en';
    const unit = (name: 'kilobyte' | 'megabyte') =>
      new Intl.NumberFormat(locale, {
        style: 'unit',
        unit: name,
        unitDisplay: 'short',
        maximumFractionDigits: 1,
      });
    const [kilo, mega] = [unit('kilobyte'), unit('megabyte')];
    return (bytes) => (bytes < 1e6 ? kilo.format(Math.max(0.1, bytes / 1e3)) : mega.format(bytes / 1e6));
  }, [language]);
}
