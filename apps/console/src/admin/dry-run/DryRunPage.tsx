import { Button, NativeSelect, Progress } from '@mantine/core';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CURSOR_PAGINATION } from '../../api/cursor-pagination.js';
import { queryKeys } from '../../api/query-keys.js';
import { type Rules, routingApi } from '../../api/routing-api.js';
import { useFormats } from '../../i18n/format.js';
import { DateTimeField } from '../../ui/dates/DateField.js';
import { faultsOf } from '../../ui/faults.js';
import { QueryResult } from '../../ui/QueryResult.js';
import { ErrorAlert } from '../../ui/ErrorAlert.js';
import { serverNow } from '../../ui/server-clock.js';
import { TimeSince } from '../../ui/Timer.js';
import { AdminPage } from '../AdminPage.js';
import { useCurrentRules, useDraft } from '../rules/rules-draft.js';
import classes from '../rules/Rules.module.css';
import { Comparison } from './Comparison.js';
import { yesterday } from './yesterday.js';

/** Replays a past day under other routing rules. */
export function DryRunPage() {
  const { t } = useTranslation();
  const current = useCurrentRules();
  return (
    <AdminPage title={t('admin.page.dry-run')} lead={t('dryRun.lead')}>
      <QueryResult query={current}>{(inForce) => <DryRun current={inForce} />}</QueryResult>
    </AdminPage>
  );
}

function DryRun({ current }: { current: { version: number; rules: Rules } }) {
  const { t } = useTranslation();
  const draft = useDraft((state) => state.rules);
  const [period, setPeriod] = useState(() => yesterday(new Date(serverNow())));
  const [chosen, setChosen] = useState(draft ? 'draft' : String(current.version));
  const run = useMutation({
    mutationFn: async () => {
      const rules = await rulesOf(chosen, draft, current);
      const [from, to] = [new Date(period.from), new Date(period.to)];
      return routingApi.dryRun(from.toISOString(), to.toISOString(), rules);
    },
  });
  const { at: faultAt } = faultsOf(run.error);
  return (
    <>
      <form
        className={classes.row}
        onSubmit={(event) => {
          event.preventDefault();
          run.mutate();
        }}
      >
        {(['from', 'to'] as const).map((end) => (
          <DateTimeField
            key={end}
            label={t(`dryRun.${end}`)}
            required
            value={period[end]}
            error={faultAt(end)}
            onChange={(picked) => setPeriod({ ...period, [end]: picked })}
          />
        ))}
        <RulesSelect chosen={chosen} choose={setChosen} current={current.version} hasDraft={draft !== null} />
        <Button type="submit" loading={run.isPending}>
          {t('dryRun.run')}
        </Button>
      </form>
      {run.isPending && <RunningIndicator since={run.submittedAt} />}
      <ErrorAlert error={run.error} mt="md" title={t('dryRun.failed')} />
      {run.data && !run.isPending && <Comparison result={run.data} />}
    </>
  );
}

async function rulesOf(
  chosen: string,
  draft: Rules | null,
  current: { version: number; rules: Rules },
): Promise<Rules> {
  if (chosen === 'draft' && draft) return draft;
  if (Number(chosen) === current.version || chosen === 'draft') return current.rules;
  return (await routingApi.version(Number(chosen))).rules;
}

interface RulesSelectProps {
  chosen: string;
  choose: (chosen: string) => void;
  current: number;
  hasDraft: boolean;
}

function RulesSelect({ chosen, choose, current, hasDraft }: RulesSelectProps) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const versions = useInfiniteQuery({
    queryKey: queryKeys.rulesVersions,
    queryFn: ({ pageParam }) => routingApi.versions(pageParam),
    ...CURSOR_PAGINATION,
  });
  const older = (versions.data?.pages ?? [])
    .flatMap(({ data }) => data)
    .filter((one) => one.version !== current);
  return (
    <NativeSelect
      label={t('dryRun.rules')}
      value={chosen}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
      data={[
        ...(hasDraft ? [{ value: 'draft', label: t('dryRun.draft') }] : []),
        { value: String(current), label: t('dryRun.inForce') },
        ...older.map(({ version, note }) => ({
          value: String(version),
          label: [t('rules.version', { version: number(version) }), note].filter(Boolean).join(' · '),
        })),
      ]}
    />
  );
}

/** The duration is unknown beforehand, so the elapsed time is shown. */
function RunningIndicator({ since }: { since: number }) {
  const { t } = useTranslation();
  return (
    <div role="status">
      <p>
        {t('dryRun.working')} <TimeSince since={new Date(since).toISOString()} />
      </p>
      <Progress value={100} animated striped aria-label={t('dryRun.working')} />
    </div>
  );
}
