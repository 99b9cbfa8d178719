import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { reportsApi } from '../api/api.js';
import { queryKeys } from '../api/query-keys.js';
import type { ForecastInterval, ReportQuery } from '../api/types.js';
import { useFormats } from '../i18n/format.js';
import { QueryResult } from '../ui/QueryResult.js';
import { EmptyState } from '../ui/EmptyState.js';
import { LoadingIndicator } from '../ui/LoadingIndicator.js';
import { PlanTable } from './PlanTable.js';
import classes from './Reports.module.css';

/** The chart library is large, so it is loaded lazily. */
const PlanChart = lazy(async () => ({ default: (await import('./PlanChart.js')).PlanChart }));

export function PlanSection({ query }: { query: ReportQuery }) {
  const { t } = useTranslation();
  const plan = useQuery({
    queryKey: queryKeys.forecast(query),
    queryFn: () => reportsApi.forecast(query),
    refetchInterval: 60_000,
  });
  return (
    <section aria-labelledby="reports-plan">
      <h2 id="reports-plan">{t('reports.plan')}</h2>
      <p className={classes.hint}>{t('reports.planHint')}</p>
      <QueryResult query={plan}>{(shown) => <Plan intervals={shown.data} meta={shown.meta} />}</QueryResult>
    </section>
  );
}

type Meta = Awaited<ReturnType<typeof reportsApi.forecast>>['meta'];

function Plan({ intervals, meta }: { intervals: ForecastInterval[]; meta: Meta }) {
  const { t } = useTranslation();
  const { percent, number } = useFormats();
  const isKnown = intervals.some(({ expected }) => expected !== null);
  // What arrived is below, by interval; a chart without its forecast would look as if it were still loading.
  if (!isKnown)
    return <EmptyState icon="chart" title={t('reports.noForecast')} text={t('reports.noForecastHint')} />;
  return (
    <>
      <Suspense fallback={<LoadingIndicator />}>
        <PlanChart intervals={intervals} zone={meta.zone} />
      </Suspense>
      <details className={classes.more}>
        <summary>{t('reports.showTable')}</summary>
        <PlanTable intervals={intervals} zone={meta.zone} />
      </details>
      <p className={classes.hint}>
        {t('reports.terms', {
          target: percent(meta.terms.target * 100),
          threshold: number(meta.terms.thresholdSeconds),
          aht: number(Math.round(meta.terms.ahtSeconds)),
          source: t(`reports.source.${meta.terms.ahtSource}`),
          days: number(meta.historyDays),
        })}{' '}
        {meta.accuracy.wape != null && t('reports.accuracy', { wape: percent(meta.accuracy.wape * 100) })}
      </p>
    </>
  );
}
