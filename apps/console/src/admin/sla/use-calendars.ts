import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../api/query-keys.js';
import { calendarsApi } from '../../api/sla-api.js';
import { useFormats } from '../../i18n/format.js';

/** The calendar of the country's offices; every installation has it. */
export const COUNTRY_CALENDAR = 'country';
/** A policy without a calendar: its clocks run day and night. */
export const ALWAYS_OPEN = 'always';

export const useCalendars = () =>
  useQuery({ queryKey: queryKeys.calendars, queryFn: () => calendarsApi.all() });

/** The name of a calendar, or its key when it is unknown. */
export function useCalendarName(): (key: string) => string {
  const { localized } = useFormats();
  const { data } = useCalendars();
  return (key) => {
    const found = data?.find((calendar) => calendar.key === key);
    return found ? localized(found.name) : key;
  };
}
