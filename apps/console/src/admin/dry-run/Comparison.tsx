import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { staffApi } from '../../api/admin-api.js';
import { queryKeys } from '../../api/query-keys.js';
import type { DryRunResult, QueueFigures } from '../../api/routing-api.js';
import { clockText, useFormats } from '../../i18n/format.js';
import { useQueueName } from '../../tickets/use-queue-name.js';
import { Ltr } from '../../ui/Ltr.js';
import { EmptyState } from '../../ui/EmptyState.js';
import adminClasses from '../Admin.module.css';
import classes from '../rules/Rules.module.css';
import { compareRuns, isBetter, type QueueComparison, RUNS } from './compare.js';

const COLUMNS = [
  'arrived',
  'answered',
  'abandoned',
  'left',
  'mean',
  'p90',
  'longest',
  'serviceLevel',
] as const;
type Column = (typeof COLUMNS)[number];
/** Which direction is an improvement; figures not listed are neutral. */
const WANTED: Partial<Record<Column, 'more' | 'less'>> = {
  abandoned: 'less',
  left: 'less',
  mean: 'less',
  p90: 'less',
  longest: 'less',
  serviceLevel: 'more',
};

/** Each queue as recorded, replayed under the current rules, and replayed under the candidate rules. */
export function Comparison({ result }: { result: DryRunResult }) {
  const { t } = useTranslation();
  const queueName = useQueueName();
  const queues = compareRuns(result);
  if (queues.length === 0)
    return <EmptyState icon="chart" title={t('dryRun.nothing')} text={t('dryRun.nothingHint')} />;
  return (
    <>
      <h2>{t('dryRun.figures')}</h2>
      <p className={classes.quiet}>{t('dryRun.explained')}</p>
      <Table.ScrollContainer minWidth={860} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table aria-label={t('dryRun.figures')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('dryRun.rules')}</Table.Th>
              {COLUMNS.map((column) => (
                <Table.Th scope="col" key={column} className={classes.number}>
                  {t(`dryRun.column.${column}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {queues.map((one) => (
              <Fragment key={one.queue}>
                <Table.Tr className={classes.queueHead}>
                  <Table.Th scope="rowgroup" colSpan={COLUMNS.length + 1}>
                    {queueName(one.queue)}
                  </Table.Th>
                </Table.Tr>
                {RUNS.map((run) => (
                  <Table.Tr key={run}>
                    <Table.Th scope="row">{t(`dryRun.runs.${run}`)}</Table.Th>
                    {COLUMNS.map((column) => (
                      <Figure
                        key={column}
                        column={column}
                        figures={one.runs[run]}
                        {...(run === 'would' && { before: one.runs.inForce })}
                      />
                    ))}
                  </Table.Tr>
                ))}
              </Fragment>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <h2>{t('dryRun.who')}</h2>
      {queues.map((one) => (
        <AgentChanges key={one.queue} queue={queueName(one.queue)} agents={one.agents} />
      ))}
    </>
  );
}

function valueOf(figures: QueueFigures, column: Column): number | null {
  switch (column) {
    case 'mean':
    case 'p90':
    case 'longest':
      return figures.wait?.[column] ?? null;
    default:
      return figures[column];
  }
}

interface FigureProps {
  column: Column;
  figures: QueueFigures;
  before?: QueueFigures;
}

/** Better and worse are stated in words as well as by colour. */
function Figure({ column, figures, before }: FigureProps) {
  const { t } = useTranslation();
  const { number, percent } = useFormats();
  const value = valueOf(figures, column);
  const wanted = WANTED[column];
  const better = before && wanted ? isBetter(valueOf(before, column), value, wanted) : null;
  const isTime = column === 'mean' || column === 'p90' || column === 'longest';
  const text =
    value === null
      ? '—'
      : column === 'serviceLevel'
        ? percent(value)
        : isTime
          ? clockText(value)
          : number(value);
  return (
    <Table.Td className={classes.number}>
      <Ltr>{text}</Ltr>
      {better !== null && (
        <span className={better ? classes.better : classes.worse}>
          {' '}
          {t(better ? 'dryRun.better' : 'dryRun.worse')}
        </span>
      )}
    </Table.Td>
  );
}

function AgentChanges({ queue, agents }: { queue: string; agents: QueueComparison['agents'] }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const staff = useQuery({ queryKey: queryKeys.staff, queryFn: async () => (await staffApi.staff()).data });
  const nameOf = (id: string) =>
    staff.data?.find((person) => person.id === id)?.name ?? t('dryRun.formerAgent');
  return (
    <details>
      <summary>{t('dryRun.whoOf', { queue, count: agents.length })}</summary>
      <Table aria-label={t('dryRun.whoOf', { queue, count: agents.length })} className={adminClasses.facts}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('board.agent')}</Table.Th>
            {RUNS.map((run) => (
              <Table.Th scope="col" key={run} className={classes.number}>
                {t(`dryRun.runs.${run}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {agents.map((agent) => (
            <Table.Tr key={agent.id}>
              <Table.Th scope="row">
                <bdi>{nameOf(agent.id)}</bdi>
              </Table.Th>
              {RUNS.map((run) => (
                <Table.Td key={run} className={classes.number}>
                  {number(agent[run])}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </details>
  );
}
