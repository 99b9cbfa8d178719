import { Alert, Button, Group, Table } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { healthApi } from '../api/admin-api.js';
import { queryKeys } from '../api/query-keys.js';
import { useFormats } from '../i18n/format.js';
import { usePermission } from '../session/session.js';
import { LoadError } from '../ui/LoadError.js';
import { notifySuccess, notifyError } from '../ui/notify.js';
import { useProblemText } from '../ui/use-problem-text.js';
import { LoadingIndicator } from '../ui/LoadingIndicator.js';
import classes from './Admin.module.css';
import { AdminPage } from './AdminPage.js';
import { ChannelsSection } from './ChannelsSection.js';
import { IgnoredMailSection } from './IgnoredMailSection.js';
import { HealthSection, useHealthQuery } from './HealthSection.js';

/** What could not be done behind the scenes, and whether all parts are there. */
export function HealthPage() {
  const { t } = useTranslation();
  const maySeeMail = usePermission('admin.mail');
  const maySeeChannels = usePermission('admin.channels');
  return (
    <AdminPage title={t('admin.page.health')}>
      <Parts />
      {maySeeChannels && <ChannelsSection />}
      <FailedJobs />
      <DeadLetters />
      {maySeeMail && <Quarantine />}
      {maySeeMail && <IgnoredMailSection />}
    </AdminPage>
  );
}

function Parts() {
  const { t } = useTranslation();
  const ready = useHealthQuery('ready', healthApi.ready);
  if (ready.isError) return <LoadError error={ready.error} again={() => void ready.refetch()} />;
  if (!ready.data) return <LoadingIndicator />;
  const { missing } = ready.data;
  const ok = missing.length === 0;
  return (
    <Alert
      color={ok ? 'green' : 'red'}
      role={ok ? 'status' : 'alert'}
      title={t(ok ? 'admin.health.ok' : 'admin.health.missing')}
    >
      {!ok && <bdi dir="ltr">{missing.join(', ')}</bdi>}
    </Alert>
  );
}

function FailedJobs() {
  const { t } = useTranslation();
  const list = useHealthQuery('jobs', async () => (await healthApi.failedJobs()).data);
  return (
    <HealthSection title={t('admin.health.jobs')} list={list} none={t('admin.health.noJobs')}>
      {(list.data ?? []).map((job) => (
        <Table.Tr key={`${job.queue} ${job.id}`}>
          <Table.Th scope="row">
            <bdi dir="ltr">{job.queue}</bdi>
          </Table.Th>
          <Fault text={job.fault} />
          <Actions of={[{ label: t('action.again'), run: () => healthApi.retryJob(job.queue, job.id) }]} />
        </Table.Tr>
      ))}
    </HealthSection>
  );
}

function DeadLetters() {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const list = useHealthQuery('events', async () => (await healthApi.deadLetters()).data);
  return (
    <HealthSection title={t('admin.health.events')} list={list} none={t('admin.health.noEvents')}>
      {(list.data ?? []).map((event) => (
        <Table.Tr key={event.id}>
          <Table.Th scope="row">
            <bdi dir="ltr">{event.type}</bdi> <span className={classes.quiet}>{dateTime(event.at)}</span>
          </Table.Th>
          <Fault text={event.fault} />
          <Actions of={[{ label: t('action.again'), run: () => healthApi.retryEvent(event.id) }]} />
        </Table.Tr>
      ))}
    </HealthSection>
  );
}

function Quarantine() {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const list = useHealthQuery('mail', async () => (await healthApi.quarantined()).data);
  return (
    <HealthSection title={t('admin.health.mail')} list={list} none={t('admin.health.noMail')}>
      {(list.data ?? []).map((mail) => (
        <Table.Tr key={mail.id}>
          <Table.Th scope="row">
            <bdi dir="ltr">{mail.sender ?? mail.envelopeFrom}</bdi>{' '}
            <span className={classes.quiet}>{dateTime(mail.receivedAt)}</span>
          </Table.Th>
          <Fault text={mail.fault} />
          <Actions
            of={[
              { label: t('action.again'), run: () => healthApi.retryMail(mail.id) },
              { label: t('admin.health.ignore'), run: () => healthApi.ignoreMail(mail.id) },
            ]}
          />
        </Table.Tr>
      ))}
    </HealthSection>
  );
}

const Fault = ({ text }: { text: string | null }) => (
  <Table.Td className={classes.facts}>
    <bdi dir="ltr">{text ?? '—'}</bdi>
  </Table.Td>
);

function Actions({ of }: { of: { label: string; run: () => Promise<unknown> }[] }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const act = useMutation({
    mutationFn: (run: () => Promise<unknown>) => run(),
    onSuccess: () => notifySuccess(t('admin.health.done')),
    onError: (error) => notifyError(t('admin.notSaved'), problemText(error)),
    onSettled: () => void queries.invalidateQueries({ queryKey: queryKeys.allHealth }),
  });
  return (
    <Table.Td>
      <Group gap="xs" wrap="nowrap">
        {of.map(({ label, run }) => (
          <Button
            key={label}
            size="xs"
            variant="default"
            disabled={act.isPending}
            onClick={() => act.mutate(run)}
          >
            {label}
          </Button>
        ))}
      </Group>
    </Table.Td>
  );
}
