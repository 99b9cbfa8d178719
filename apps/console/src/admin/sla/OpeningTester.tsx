import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Calendar, calendarsApi } from '../../api/sla-api.js';
import { useFormats } from '../../i18n/format.js';
import { DateTimeField } from '../../ui/dates/DateField.js';
import { ErrorAlert } from '../../ui/ErrorAlert.js';
import { momentIn, momentText } from './dates.js';
import classes from './Sla.module.css';

/** Whether the office is open at a given time, in the time zone of the calendar. */
export function OpeningTester({ calendar }: { calendar: Calendar }) {
  const { t } = useTranslation();
  const { language, localized } = useFormats();
  const [at, setAt] = useState('');
  const zone = calendar.zoneInForce;
  const ask = useMutation({
    mutationFn: async () => {
      const moment = momentIn(zone, at);
      return { moment, ...(await calendarsApi.opening(calendar.key, moment)) };
    },
  });
  const title = t('sla.tester.title', { name: localized(calendar.name) });
  const change = ask.data && (ask.data.open ? ask.data.closesAt : ask.data.opensAt);
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (at) ask.mutate();
        }}
      >
        <Group align="end">
          <DateTimeField
            label={t('sla.tester.at')}
            description={t('sla.tester.zone', { zone })}
            required
            value={at}
            onChange={(picked) => setAt(picked)}
          />
          <Button type="submit" loading={ask.isPending}>
            {t('sla.tester.ask')}
          </Button>
        </Group>
      </form>
      <ErrorAlert error={ask.error} mt="md" />
      {ask.data && (
        <div role="status" className={classes.answer}>
          <p>
            <strong>{t(ask.data.open ? 'sla.tester.open' : 'sla.tester.closed')}</strong>{' '}
            {momentText(ask.data.moment, zone, language)}
          </p>
          {change && (
            <p>
              {t(ask.data.open ? 'sla.tester.closesAt' : 'sla.tester.opensAt', {
                when: momentText(change, zone, language),
              })}
            </p>
          )}
        </div>
      )}
    </section>
  );
}
