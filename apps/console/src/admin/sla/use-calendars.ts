import { useQuery } from '@tanstack/react-query';
import { keys } from '../../api/keys.js';
import { calendarsApi } from '../../api/sla-api.js';
import { useFormats } from '../../i18n/format.js';

/** By which hours the offices of the country count; every installation has it. */
export const COUNTRY_CALENDAR = 'country';
/** A policy may count day and night, by no calendar. */
export const ALWAYS = 'always';

export const useCalendars = () => useQuery({ queryKey: keys.calendars, queryFn: () => calendarsApi.all() });

/** What a calendar is called; its key where it is not known. */
export function useCalendarName(): (key: string) => string {
  const { localized } = useFormats();
  const { data } = useCalendars();
  return (key) => {
    const found = data?.find((calendar) => calendar.key === key);
    return found ? localized(found.name) : key;
  };
}
