import { Button, Group } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CURSOR_PAGINATION } from '../../api/cursor-pagination.js';
import { queryKeys } from '../../api/query-keys.js';
import { type Rules, type RulesVersion, routingApi } from '../../api/routing-api.js';
import { useFormats } from '../../i18n/format.js';
import { LoadError } from '../../ui/LoadError.js';
import { QueryResult } from '../../ui/QueryResult.js';
import { LoadMoreButton } from '../../ui/LoadMoreButton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorAlert } from '../../ui/ErrorAlert.js';
import { notifySuccess } from '../../ui/notify.js';
import { LoadingIndicator } from '../../ui/LoadingIndicator.js';
import adminClasses from '../Admin.module.css';
import { AdminPage } from '../AdminPage.js';
import { ChangeList } from './ChangeList.js';
import { useCurrentRules } from './rules-draft.js';
import classes from './Rules.module.css';

/** All versions of the routing rules: author, time, changes, and restoring one. */
export function VersionsPage() {
  const { t } = useTranslation();
  const current = useCurrentRules();
  return (
    <AdminPage title={t('admin.page.versions')} lead={t('rules.versionsLead')}>
      <QueryResult query={current}>{(inForce) => <Versions current={inForce} />}</QueryResult>
    </AdminPage>
  );
}

function Versions({ current }: { current: { version: number; rules: Rules } }) {
  const { t } = useTranslation();
  const list = useInfiniteQuery({
    queryKey: queryKeys.rulesVersions,
    queryFn: ({ pageParam }) => routingApi.versions(pageParam),
    ...CURSOR_PAGINATION,
    staleTime: 0,
  });
  if (list.isError) return <LoadError error={list.error} again={() => void list.refetch()} />;
  if (!list.data) return <LoadingIndicator />;
  const versions = list.data.pages.flatMap(({ data }) => data);
  if (versions.length === 0) return <EmptyState icon="history" title={t('rules.noVersions')} />;
  return (
    <>
      <ol className={adminClasses.steps}>
        {versions.map((version, n) => (
          <VersionItem
            key={version.version}
            version={version}
            previous={versions[n + 1]?.version}
            current={current}
          />
        ))}
      </ol>
      <LoadMoreButton list={list} />
    </>
  );
}

interface ItemProps {
  version: RulesVersion;
  previous: number | undefined;
  current: { version: number; rules: Rules };
}

function VersionItem({ version: { version, at, by, note }, previous, current }: ItemProps) {
  const { t } = useTranslation();
  const { dateTime, number } = useFormats();
  const [open, setOpen] = useState<'changes' | 'back' | null>(null);
  const shown = number(version);
  const isCurrent = version === current.version;
  const toggle = (what: 'changes' | 'back') => () => setOpen((before) => (before === what ? null : what));
  return (
    <li className={classes.section}>
      <Group justify="space-between" align="start">
        <div>
          <strong>{t(isCurrent ? 'rules.versionInForce' : 'rules.version', { version: shown })}</strong>
          {note && (
            <>
              {' · '}
              <span dir="auto">{note}</span>
            </>
          )}
          <div className={classes.quiet}>
            <time dateTime={at}>{dateTime(at)}</time> · <bdi>{by?.name ?? t('rules.bySystem')}</bdi>
          </div>
        </div>
        <Group gap="xs">
          {previous !== undefined && (
            <Button
              size="xs"
              variant="default"
              aria-expanded={open === 'changes'}
              aria-label={t('rules.whatChangedIn', { version: shown })}
              onClick={toggle('changes')}
            >
              {t('rules.whatChanged')}
            </Button>
          )}
          {!isCurrent && (
            <Button
              size="xs"
              variant="default"
              aria-expanded={open === 'back'}
              aria-label={t('rules.backToNamed', { version: shown })}
              onClick={toggle('back')}
            >
              {t('rules.backTo')}
            </Button>
          )}
        </Group>
      </Group>
      {open === 'changes' && previous !== undefined && <Difference from={previous} to={version} />}
      {open === 'back' && <GoBack version={version} current={current} close={() => setOpen(null)} />}
    </li>
  );
}

/** A version is immutable, so it is fetched once. */
const useVersion = (version: number) =>
  useQuery({
    queryKey: queryKeys.rulesVersion(version),
    queryFn: () => routingApi.version(version),
    staleTime: Infinity,
  });

function Difference({ from, to }: { from: number; to: number }) {
  const [before, after] = [useVersion(from), useVersion(to)];
  const error = before.error ?? after.error;
  if (error)
    return <LoadError error={error} again={() => void Promise.all([before.refetch(), after.refetch()])} />;
  if (!before.data || !after.data) return <LoadingIndicator />;
  return <ChangeList before={before.data.rules} after={after.data.rules} />;
}

interface GoBackProps {
  version: number;
  current: { version: number; rules: Rules };
  close: () => void;
}

/** Restoring publishes the old rules as a new version, so the history keeps both. */
function GoBack({ version, current, close }: GoBackProps) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const queries = useQueryClient();
  const old = useVersion(version);
  const shown = number(version);
  const back = useMutation({
    mutationFn: (rules: Rules) =>
      routingApi.put(rules, current.version, t('rules.backNote', { version: shown })),
    onSuccess: () => {
      notifySuccess(t('rules.wentBack', { version: shown }));
      close();
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: queryKeys.routing });
      void queries.invalidateQueries({ queryKey: queryKeys.rows('queues') });
    },
  });
  if (old.error) return <LoadError error={old.error} again={() => void old.refetch()} />;
  if (!old.data) return <LoadingIndicator />;
  const { rules } = old.data;
  return (
    <>
      <p>{t('rules.backMeans')}</p>
      <ChangeList before={current.rules} after={rules} />
      <ErrorAlert error={back.error} />
      <Group gap="xs">
        <Button size="xs" loading={back.isPending} onClick={() => back.mutate(rules)}>
          {t('rules.backNow', { version: shown })}
        </Button>
        <Button size="xs" variant="default" onClick={close}>
          {t('action.cancel')}
        </Button>
      </Group>
    </>
  );
}
