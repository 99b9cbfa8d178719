import { Group, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reportsApi } from '../api/api.js';
import { queryKeys } from '../api/query-keys.js';
import type { BreakdownQuery, ReportQuery } from '../api/types.js';
import { LoadError } from '../ui/LoadError.js';
import { EmptyState } from '../ui/EmptyState.js';
import { LoadingIndicator } from '../ui/LoadingIndicator.js';
import { BreakdownTable } from './BreakdownTable.js';
import { downloadReport } from './download.js';
import { Downloads } from './Downloads.js';
import classes from './Reports.module.css';
import { useFigures } from './use-figures.js';

const BY = ['agent', 'service', 'entity', 'channel', 'queue'] as const;

/** The figures by dimension (agent, service, entity, channel or queue) over the selected days. */
export function BreakdownSection({ query: { from, to } }: { query: ReportQuery }) {
  const { t } = useTranslation();
  const [by, setBy] = useState<BreakdownQuery['by']>('agent');
  const query = { by, from, to };
  const figures = useFigures();
  const report = useQuery({
    queryKey: queryKeys.breakdown(query),
    queryFn: () => reportsApi.breakdown(query),
    refetchInterval: 60_000,
  });
  const failed = [figures, report].find(({ isError }) => isError);
  return (
    <section aria-labelledby="reports-breakdown">
      <h2 id="reports-breakdown">{t('reports.breakdown')}</h2>
      <p className={classes.hint}>{t('reports.breakdownHint')}</p>
      <Group align="end" mb="sm" className={classes.choices}>
        <NativeSelect
          label={t('reports.by.label')}
          value={by}
          onChange={({ currentTarget }) => setBy(currentTarget.value as BreakdownQuery['by'])}
          data={BY.map((value) => ({ value, label: t(`reports.by.${value}`) }))}
        />
        <Downloads
          label={`${t('reports.download')} (${t(`reports.by.${by}`)})`}
          download={(format) => downloadReport('breakdown', query, `wasl-${by}-${from}-${to}`, format)}
        />
      </Group>
      {failed ? (
        <LoadError
          error={failed.error}
          again={() => void Promise.all([figures.refetch(), report.refetch()])}
        />
      ) : !figures.data || !report.data ? (
        <LoadingIndicator />
      ) : report.data.data.length === 0 ? (
        <EmptyState icon="inbox" title={t('reports.nothing')} />
      ) : (
        <BreakdownTable figures={figures.data} report={report.data} />
      )}
    </section>
  );
}
