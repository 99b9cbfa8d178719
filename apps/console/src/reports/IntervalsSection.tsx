import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { reportsApi } from '../api/api.js';
import { queryKeys } from '../api/query-keys.js';
import type { Figure, ReportQuery } from '../api/types.js';
import { useFormats } from '../i18n/format.js';
import { LoadError } from '../ui/LoadError.js';
import { EmptyState } from '../ui/EmptyState.js';
import { LoadingIndicator } from '../ui/LoadingIndicator.js';
import { BacklogTable } from './BacklogTable.js';
import { IntervalTable } from './IntervalTable.js';
import classes from './Reports.module.css';
import { useFigures } from './use-figures.js';

export function IntervalsSection({ query }: { query: ReportQuery }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const report = useQuery({
    queryKey: queryKeys.intervals(query),
    queryFn: () => reportsApi.intervals(query),
    refetchInterval: 60_000,
  });
  const failed = [figures, report].find(({ isError }) => isError);
  return (
    <section aria-labelledby="reports-intervals">
      <h2 id="reports-intervals">{t('reports.intervals')}</h2>
      {failed ? (
        <LoadError
          error={failed.error}
          again={() => void Promise.all([figures.refetch(), report.refetch()])}
        />
      ) : !figures.data || !report.data ? (
        <LoadingIndicator />
      ) : (
        <>
          {report.data.data.length === 0 ? (
            <EmptyState icon="inbox" title={t('reports.nothing')} />
          ) : (
            <IntervalTable
              figures={figures.data}
              rows={report.data.data}
              totals={report.data.meta.totals}
              zone={report.data.meta.zone}
            />
          )}
          <Formulas figures={figures.data} />
          <h2>{t('reports.backlog')}</h2>
          <BacklogTable rows={report.data.meta.backlog} />
        </>
      )}
    </section>
  );
}

function Formulas({ figures }: { figures: Figure[] }) {
  const { t } = useTranslation();
  const { localized } = useFormats();
  return (
    <details className={classes.more}>
      <summary>{t('reports.formulas')}</summary>
      <dl className={classes.formulas}>
        {figures.map(({ key, name, formula }) => (
          <div key={key}>
            <dt>{localized(name)}</dt>
            <dd>{localized(formula)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
