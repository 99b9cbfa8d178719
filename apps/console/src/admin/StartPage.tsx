import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { passwordApi, rowsApi, usersApi } from '../api/admin-api.js';
import { keys } from '../api/keys.js';
import { Failed } from '../ui/Failed.js';
import { Icon } from '../ui/icons.js';
import { useTitle } from '../ui/use-title.js';
import { Waiting } from '../ui/Waiting.js';
import classes from './Admin.module.css';
import { CATALOGUES, type CatalogueName } from './catalogue.js';

const STEPS = [
  'entities',
  'queues',
  'skills',
  'services',
  'reasons',
  'agents',
  'administrators',
  'otp',
] as const;
type Step = (typeof STEPS)[number];
const WHERE: Record<Step, string> = {
  entities: '/admin/entities',
  queues: '/admin/queues',
  skills: '/admin/skills',
  services: '/admin/services',
  reasons: '/admin/reasons',
  agents: '/admin/users',
  administrators: '/admin/users',
  otp: '/account',
};

/** What a new centre needs before its first call; each line looks for itself whether it is done. */
export function StartPage() {
  const { t } = useTranslation();
  useTitle(t('admin.page.start'));
  const done = useQuery({ queryKey: keys.firstSteps, queryFn: lookAtSteps, staleTime: 0 });
  if (done.isError) return <Failed error={done.error} again={() => void done.refetch()} />;
  if (!done.data) return <Waiting />;
  const steps = done.data;
  return (
    <div className={classes.page}>
      <h1>{t('admin.page.start')}</h1>
      <p className={classes.lead}>{t('admin.start.lead')}</p>
      <ol className={classes.steps}>
        {STEPS.map((step) => (
          <li key={step} className={classes.step}>
            <Icon name={steps[step] ? 'check' : 'clock'} />
            <span className={classes.stepText}>
              {t(`admin.start.${step}`)}{' '}
              <span className={classes.quiet}>
                ({t(steps[step] ? 'admin.start.done' : 'admin.start.open')})
              </span>
            </span>
            <Button component={Link} to={WHERE[step]} variant="default" size="xs">
              {t('admin.start.go')}
              <span className="visually-hidden">: {t(`admin.start.${step}`)}</span>
            </Button>
          </li>
        ))}
      </ol>
    </div>
  );
}

async function lookAtSteps(): Promise<Record<Step, boolean>> {
  const some = async (name: CatalogueName) =>
    (await rowsApi.list(CATALOGUES[name].path, null)).data.some((row) => row.active !== false);
  const people = async (role: 'agent' | 'administrator') =>
    (await usersApi.list({ role, disabled: 'false' }, null)).data;
  const [entities, queues, skills, services, reasons, agents, administrators, otp] = await Promise.all([
    some('entities'),
    some('queues'),
    some('skills'),
    some('services'),
    some('reasons'),
    people('agent'),
    people('administrator'),
    passwordApi.otp(),
  ]);
  return {
    entities,
    queues,
    skills,
    services,
    reasons,
    agents: agents.some((user) => user.queues.length > 0),
    administrators: administrators.filter((user) => user.joined).length >= 2,
    otp: otp.enabled,
  };
}
