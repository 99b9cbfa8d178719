import { useMemo } from 'react';
import { localeOf, useFormats } from '../i18n/format.js';

/**
 * Formats the start of an interval in the country's time zone, wherever the user is.
 * @param withDay for lists that span several days
 */
export function useIntervalLabel(zone: string, withDay: boolean): (at: string) => string {
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
