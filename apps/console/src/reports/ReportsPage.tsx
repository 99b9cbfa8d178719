import { Button, Group, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueues } from '../api/queries.js';
import type { ReportQuery } from '../api/types.js';
import { useFormats } from '../i18n/format.js';
import { usePermission } from '../session/session.js';
import { DateField } from '../ui/dates/DateField.js';
import { EmptyState } from '../ui/EmptyState.js';
import { serverNow } from '../ui/server-clock.js';
import { useTitle } from '../ui/use-title.js';
import { BreakdownSection } from './BreakdownSection.js';
import { downloadReport } from './download.js';
import { Downloads } from './Downloads.js';
import { IntervalsSection } from './IntervalsSection.js';
import { PlanSection } from './PlanSection.js';
import classes from './Reports.module.css';
import { StaffingCalculator } from './StaffingCalculator.js';

export function ReportsPage() {
  const { t } = useTranslation();
  const mayRead = usePermission('report.read');
  useTitle(t('reports.title'));
  if (!mayRead)
    return <EmptyState icon="chart" title={t('reports.notAllowed')} text={t('reports.notAllowedHint')} />;
  return <Reports />;
}

function Reports() {
  const { t } = useTranslation();
  const [query, setQuery] = useState<ReportQuery>(() => ({ from: today(), to: today(), size: '30' }));
  return (
    <div className={classes.page}>
      <h1>{t('reports.title')}</h1>
      <Choices query={query} onChange={setQuery} />
      <PlanSection query={query} />
      <StaffingCalculator />
      <IntervalsSection query={query} />
      <BreakdownSection query={query} />
    </div>
  );
}

/** Today in the user's time zone; the api interprets days in the country's. */
const today = () => new Intl.DateTimeFormat('en-CA').format(new Date(serverNow()));

function Choices({ query, onChange }: { query: ReportQuery; onChange: (query: ReportQuery) => void }) {
  const { t } = useTranslation();
  const { localized } = useFormats();
  const queues = useQueues();
  const change = (more: Partial<ReportQuery>) => {
    const { queue, ...rest } = { ...query, ...more };
    const to = rest.to < rest.from ? rest.from : rest.to;
    onChange({ ...rest, to, ...(queue && { queue }) });
  };
  return (
    <Group align="end" className={classes.choices}>
      <DateField
        label={t('reports.from')}
        required
        value={query.from}
        onChange={(picked) => change({ from: picked })}
      />
      <DateField
        label={t('reports.to')}
        required
        value={query.to}
        min={query.from}
        onChange={(picked) => change({ to: picked })}
      />
      <NativeSelect
        label={t('reports.queue')}
        value={query.queue ?? ''}
        onChange={(event) => change({ queue: event.currentTarget.value })}
        data={[
          { value: '', label: t('reports.allQueues') },
          ...(queues.data ?? []).map(({ key, name }) => ({ value: key, label: localized(name) })),
        ]}
      />
      <NativeSelect
        label={t('reports.size')}
        value={query.size}
        onChange={(event) => change({ size: event.currentTarget.value as ReportQuery['size'] })}
        data={[
          { value: '15', label: t('reports.minutes15') },
          { value: '30', label: t('reports.minutes30') },
        ]}
      />
      <Downloads
        label={t('reports.download')}
        download={(format) =>
          downloadReport('intervals', query, `${query.queue ?? 'wasl'}-${query.from}-${query.to}`, format)
        }
      >
        <Button variant="default" onClick={() => window.print()}>
          {t('reports.print')}
        </Button>
      </Downloads>
    </Group>
  );
}
