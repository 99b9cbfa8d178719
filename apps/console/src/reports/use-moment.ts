import { useMemo } from 'react';
import { localeOf, useFormats } from '../i18n/format.js';

/**
 * How an interval's beginning is written: by the clocks of the country, wherever the reader sits.
 * @param withDay where several days stand in one list
 */
export function useMoment(zone: string, withDay: boolean): (at: string) => string {
  const { language } = useFormats();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(localeOf(language), {
      timeZone: zone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      ...(withDay && { day: 'numeric', month: 'short' }),
    });
    return (at) => format.format(new Date(at));
  }, [language, zone, withDay]);
}
