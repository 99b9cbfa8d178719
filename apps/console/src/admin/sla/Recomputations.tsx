import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../api/query-keys.js';
import { calendarsApi, type Recomputation } from '../../api/sla-api.js';
import { useFormats } from '../../i18n/format.js';
import { QueryResult } from '../../ui/QueryResult.js';
import sla from './Sla.module.css';

const SHOWN = 8;
const SOON_MS = 1_500;
const LATER_MS = 15_000;

/** Progress of recomputing due times after a change; polled often while one is running. */
export function Recomputations() {
  const { t } = useTranslation();
  const list = useQuery({
    queryKey: queryKeys.recomputations,
    queryFn: async () => (await calendarsApi.recomputations()).data.slice(0, SHOWN),
    refetchInterval: ({ state }) => (state.data?.some(({ phase }) => phase !== 'done') ? SOON_MS : LATER_MS),
  });
  const title = t('sla.progress.title');
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <p>{t('sla.progress.hint')}</p>
      <QueryResult query={list}>
        {(shown) => (
          <Table.ScrollContainer minWidth={560} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
            <Table aria-label={title}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t('sla.progress.at')}</Table.Th>
                  <Table.Th scope="col">{t('sla.progress.cause')}</Table.Th>
                  <Table.Th scope="col" className={sla.number}>
                    {t('sla.progress.moved')}
                  </Table.Th>
                  <Table.Th scope="col">{t('sla.progress.state')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {shown.map((change) => (
                  <ChangeRow key={change.revision} change={change} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </QueryResult>
    </section>
  );
}

function ChangeRow({ change }: { change: Recomputation }) {
  const { t } = useTranslation();
  const { dateTime, number } = useFormats();
  const left = change.left ?? 0;
  return (
    <Table.Tr>
      <Table.Th scope="row">{dateTime(change.at)}</Table.Th>
      <Table.Td>
        <bdi dir="ltr">{change.cause}</bdi>
      </Table.Td>
      <Table.Td className={sla.number}>{number(change.moved)}</Table.Td>
      <Table.Td>
        {change.phase === 'running'
          ? t('sla.progress.running', { count: left, shown: number(left) })
          : t(`sla.progress.${change.phase}`)}
      </Table.Td>
    </Table.Tr>
  );
}
