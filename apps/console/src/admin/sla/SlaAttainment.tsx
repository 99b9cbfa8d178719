import { NativeSelect, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../api/query-keys.js';
import { policiesApi, type Policy } from '../../api/sla-api.js';
import { useFormats } from '../../i18n/format.js';
import { useQueueName } from '../../tickets/use-queue-name.js';
import { QueryResult } from '../../ui/QueryResult.js';
import { serverNow } from '../../ui/server-clock.js';
import sla from './Sla.module.css';

const DAYS = [7, 30, 90, 365] as const;
const DAY = 86_400_000;

/** Share of SLA targets that were met recently, by policy, clock and queue. */
export function SlaAttainment({ policies }: { policies: Policy[] }) {
  const { t } = useTranslation();
  const { localized, number, percent } = useFormats();
  const queueName = useQueueName();
  const [days, setDays] = useState<number>(30);
  const list = useQuery({
    queryKey: queryKeys.slaAttainment({ days }),
    queryFn: async () => {
      const now = serverNow();
      return (
        await policiesApi.attainment(new Date(now - days * DAY).toISOString(), new Date(now).toISOString())
      ).data;
    },
  });
  const nameOf = (key: string) => {
    const found = policies.find((policy) => policy.key === key);
    return found ? localized(found.name) : key;
  };
  const hours = (seconds: number) => number(Math.round(seconds / 360) / 10);
  const title = t('sla.fared.title');
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <NativeSelect
        label={t('sla.fared.range')}
        w="14rem"
        mb="sm"
        value={String(days)}
        onChange={({ currentTarget }) => setDays(Number(currentTarget.value))}
        data={DAYS.map((count) => ({ value: String(count), label: t('sla.fared.days', { count }) }))}
      />
      <QueryResult query={list}>
        {(shown) =>
          shown.length === 0 ? (
            <p>{t('sla.fared.none')}</p>
          ) : (
            <Table.ScrollContainer minWidth={720} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
              <Table aria-label={title}>
                <Table.Thead>
                  <Table.Tr>
                    {(['policy', 'clock', 'queue'] as const).map((column) => (
                      <Table.Th scope="col" key={column}>
                        {t(`sla.fared.${column}`)}
                      </Table.Th>
                    ))}
                    {(['met', 'broken', 'percent', 'mean', 'p90'] as const).map((column) => (
                      <Table.Th scope="col" key={column} className={sla.number}>
                        {t(`sla.fared.${column}`)}
                      </Table.Th>
                    ))}
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {shown.map((row) => (
                    <Table.Tr key={`${row.policy} ${row.clock} ${row.queue}`}>
                      <Table.Th scope="row">{nameOf(row.policy)}</Table.Th>
                      <Table.Td>{t(`promise.clock.${row.clock}`)}</Table.Td>
                      <Table.Td>{queueName(row.queue)}</Table.Td>
                      <Table.Td className={sla.number}>{number(row.met)}</Table.Td>
                      <Table.Td className={sla.number}>{number(row.broken)}</Table.Td>
                      <Table.Td className={sla.number}>{percent(row.percent)}</Table.Td>
                      <Table.Td className={sla.number}>{hours(row.meanSeconds)}</Table.Td>
                      <Table.Td className={sla.number}>{hours(row.p90Seconds)}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )
        }
      </QueryResult>
    </section>
  );
}
