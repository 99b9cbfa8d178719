import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { channelsApi, rowsApi, usersApi } from '../api/admin-api.js';
import { queuesApi } from '../api/api.js';
import { queryKeys } from '../api/query-keys.js';
import { rosterApi } from '../api/routing-api.js';
import { secondFactorApi } from '../api/second-factor-api.js';
import { Icon } from '../ui/icons.js';
import { QueryResult } from '../ui/QueryResult.js';
import { serverNow } from '../ui/server-clock.js';
import classes from './Admin.module.css';
import { AdminPage } from './AdminPage.js';
import { CATALOGUES, type CatalogueName } from './catalogue.js';

const STEPS = [
  'entities',
  'queues',
  'skills',
  'services',
  'reasons',
  'agents',
  'served',
  'roster',
  'channels',
  'administrators',
  'otp',
] as const;
type Step = (typeof STEPS)[number];
const WEEK_MS = 7 * 86_400_000;
const WHERE: Record<Step, string> = {
  entities: '/admin/entities',
  queues: '/admin/queues',
  skills: '/admin/skills',
  services: '/admin/services',
  reasons: '/admin/reasons',
  agents: '/admin/users',
  served: '/admin/queues',
  roster: '/admin/roster',
  channels: '/admin/health',
  administrators: '/admin/users',
  otp: '/account',
};

/** What a new centre needs before its first call; each line looks for itself whether it is done. */
export function StartPage() {
  const { t } = useTranslation();
  const done = useQuery({ queryKey: queryKeys.firstSteps, queryFn: lookAtSteps, staleTime: 0 });
  return (
    <AdminPage title={t('admin.page.start')} lead={t('admin.start.lead')}>
      <QueryResult query={done}>{(known) => <Steps done={known} />}</QueryResult>
    </AdminPage>
  );
}

function Steps({ done }: { done: Record<Step, boolean> }) {
  const { t } = useTranslation();
  return (
    <ol className={classes.steps}>
      {STEPS.map((step) => (
        <li key={step} className={classes.step}>
          <Icon name={done[step] ? 'check' : 'clock'} />
          <span className={classes.stepText}>
            {t(`admin.start.${step}`)}{' '}
            <span className={classes.quiet}>({t(done[step] ? 'admin.start.done' : 'admin.start.open')})</span>
          </span>
          <Button component={Link} to={WHERE[step]} variant="default" size="xs">
            {t('admin.start.go')}
            <span className="visually-hidden">: {t(`admin.start.${step}`)}</span>
          </Button>
        </li>
      ))}
    </ol>
  );
}

async function lookAtSteps(): Promise<Record<Step, boolean>> {
  const some = async (name: CatalogueName) =>
    (await rowsApi.list(CATALOGUES[name].path, null)).data.some((row) => row.active !== false);
  const people = async (role: 'agent' | 'administrator') =>
    (await usersApi.list({ role, disabled: 'false' }, null)).data;
  const [entities, queues, skills, services, reasons, agents, administrators, otp, known, shifts, channels] =
    await Promise.all([
      some('entities'),
      some('queues'),
      some('skills'),
      some('services'),
      some('reasons'),
      people('agent'),
      people('administrator'),
      secondFactorApi.status(),
      queuesApi.list(),
      rosterApi.list(...weekFrom(serverNow())),
      channelsApi.list(),
    ]);
  return {
    entities,
    queues,
    skills,
    services,
    reasons,
    agents: agents.some((user) => user.queues.length > 0),
    served: known.data.length > 0 && known.data.every(({ unserved }) => unserved === null),
    roster: shifts.data.length > 0,
    // A server that answers is no contact that came in.
    channels: channels.contacts.every(({ isSet, used }) => used || !isSet),
    administrators: administrators.filter((user) => user.joined).length >= 2,
    otp: otp.totp || otp.passkeys > 0,
  };
}

const weekFrom = (now: number): [string, string] => [
  new Date(now).toISOString(),
  new Date(now + WEEK_MS).toISOString(),
];
