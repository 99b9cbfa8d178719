import { Button, Table } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { policiesApi, type Policy } from '../../api/sla-api.js';
import { useFormats } from '../../i18n/format.js';
import { DateTimeField } from '../../ui/dates/DateField.js';
import { ErrorAlert } from '../../ui/ErrorAlert.js';
import { faultsOf } from '../../ui/faults.js';
import { ConditionFields, type Conditions } from './PolicyConditions.js';
import sla from './Sla.module.css';
import { ALWAYS_OPEN, useCalendarName } from './use-calendars.js';

const ANYTHING: Conditions = { service: null, kind: null, priority: null, audience: null };

/** Which policy would apply to a ticket, and its targets. */
export function PolicyTester({ policies }: { policies: Policy[] }) {
  const { t } = useTranslation();
  const [question, setQuestion] = useState<Conditions>(ANYTHING);
  const [from, setFrom] = useState('');
  const ask = useMutation({
    mutationFn: () => {
      const given = Object.entries(question).filter(([, value]) => value !== null);
      return policiesApi.preview({
        ...Object.fromEntries(given),
        ...(from && { from: new Date(from).toISOString() }),
      });
    },
  });
  const title = t('sla.tryIt.title');
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <p className={sla.quiet}>{t('sla.tryIt.hint')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          ask.mutate();
        }}
      >
        <ConditionFields
          value={question}
          faults={faultsOf(ask.error)}
          anyLabel={t('sla.tryIt.usual')}
          change={(more) => setQuestion((old) => ({ ...old, ...more }))}
        />
        <div className={sla.step}>
          <DateTimeField
            label={t('sla.tryIt.from')}
            description={t('sla.tryIt.fromHint')}
            value={from}
            onChange={(picked) => setFrom(picked)}
          />
          <Button type="submit" loading={ask.isPending}>
            {t('sla.tryIt.ask')}
          </Button>
        </div>
      </form>
      <ErrorAlert error={ask.error} mt="md" />
      {ask.data && <Answer policies={policies} answer={ask.data} />}
    </section>
  );
}

type Given = Awaited<ReturnType<typeof policiesApi.preview>>;

function Answer({ policies, answer }: { policies: Policy[]; answer: Given }) {
  const { t } = useTranslation();
  const { dateTime, localized, number } = useFormats();
  const calendarName = useCalendarName();
  const nameOf = (key: string) => {
    const found = policies.find((policy) => policy.key === key);
    return found ? localized(found.name) : key;
  };
  if (answer.policy === null)
    return (
      <p role="status" className={sla.answer}>
        {t('sla.tryIt.nothing')}
      </p>
    );
  const { calendar, clocks } = answer;
  const others = answer.fitting.slice(1).map(nameOf);
  return (
    <div role="status" className={sla.answer}>
      <p>
        {t('sla.tryIt.wins', {
          policy: nameOf(answer.policy),
          calendar:
            calendar === null || calendar === ALWAYS_OPEN ? t('sla.policy.always') : calendarName(calendar),
        })}
      </p>
      {others.length > 0 && <p>{t('sla.tryIt.others', { policies: others.join(t('list.separator')) })}</p>}
      <Table aria-label={t('sla.tryIt.promised')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('sla.policy.clock')}</Table.Th>
            <Table.Th scope="col" className={sla.number}>
              {t('sla.policy.minutes')}
            </Table.Th>
            <Table.Th scope="col">{t('sla.tryIt.atRisk')}</Table.Th>
            <Table.Th scope="col">{t('sla.tryIt.due')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {clocks.map((clock) => (
            <Table.Tr key={clock.clock}>
              <Table.Th scope="row">{t(`promise.clock.${clock.clock}`)}</Table.Th>
              <Table.Td className={sla.number}>{number(clock.minutes)}</Table.Td>
              <Table.Td>{dateTime(clock.atRiskAt)}</Table.Td>
              <Table.Td>{dateTime(clock.dueAt)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
