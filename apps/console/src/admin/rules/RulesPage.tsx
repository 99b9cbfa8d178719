import { Alert, Button, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useQueues } from '../../api/queries.js';
import type { Rules } from '../../api/routing-api.js';
import { useFormats } from '../../i18n/format.js';
import { QueryResult } from '../../ui/QueryResult.js';
import { AdminPage } from '../AdminPage.js';
import { UnservedWarning } from '../UnservedWarning.js';
import { useCurrentRules, useRules } from './rules-draft.js';
import { DraftBar } from './DraftBar.js';
import { faultsBeside, faultsFrom } from './form.js';
import { OrderForm, ProfilesForm, UnitsForm } from './GeneralForms.js';
import { JsonView } from './JsonView.js';
import classes from './Rules.module.css';
import { SettingsForm } from './SettingsForm.js';
import { useRulesValidation } from './use-rules-validation.js';

const GENERAL = ['order', 'units', 'profiles'] as const;

/** Edits the routing rules as a draft that can be tried out and is published as a whole. */
export function RulesPage() {
  const { t } = useTranslation();
  const current = useCurrentRules();
  return (
    <AdminPage title={t('admin.page.rules')} lead={t('rules.lead')}>
      <QueryResult query={current}>{(inForce) => <Editor current={inForce} />}</QueryResult>
    </AdminPage>
  );
}

function Editor({ current }: { current: { version: number; rules: Rules } }) {
  const draft = useRules(current);
  const { rules, change } = draft;
  const [search, setSearch] = useSearchParams();
  const part = search.get('part') ?? 'defaults';
  const { faults, unserved } = useRulesValidation(rules);
  const within = withinOf(part);
  return (
    <>
      <DraftBar current={current} draft={draft} isFaulty={faults.length > 0} />
      <UnservedWarning unserved={unserved} />
      <FaultsElsewhere faults={faultsBeside(faults, placeOf(part))} />
      <PartSelect rules={rules} part={part} choose={(next) => setSearch({ part: next }, { replace: true })} />
      <Part key={part} part={part} rules={rules} change={change} faultAt={faultsFrom(faults, within)} />
      <JsonView value={rules} />
    </>
  );
}

/** JSON path of a part of the document. */
const placeOf = (part: string): string =>
  part.startsWith('queue:') ? `rules.queues.${part.slice('queue:'.length)}` : `rules.${part}`;

/** Path prefix of the fields in the form of a part. */
const withinOf = (part: string): string =>
  (GENERAL as readonly string[]).includes(part) ? 'rules' : placeOf(part);

function FaultsElsewhere({ faults }: { faults: { path: string; message: string }[] }) {
  const { t } = useTranslation();
  if (faults.length === 0) return null;
  return (
    <Alert color="red" role="alert" mb="md" title={t('rules.faultsElsewhere')}>
      {faults.map(({ path, message }) => (
        <p key={`${path} ${message}`} className={classes.fault}>
          {message} <bdi dir="ltr">({path.replace(/^rules\./, '')})</bdi>
        </p>
      ))}
    </Alert>
  );
}

interface PartSelectProps {
  rules: Rules;
  part: string;
  choose: (part: string) => void;
}

function PartSelect({ rules, part, choose }: PartSelectProps) {
  const { t } = useTranslation();
  const { localized } = useFormats();
  const queues = useQueues();
  return (
    <NativeSelect
      label={t('rules.whatToChange')}
      maw={420}
      mb="md"
      value={part}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
      data={[
        {
          group: t('rules.part.all'),
          items: GENERAL.map((one) => ({ value: one, label: t(`rules.section.${one}`) })),
        },
        {
          group: t('admin.page.queues'),
          items: [
            { value: 'defaults', label: t('rules.part.defaults') },
            ...(queues.data ?? []).map(({ key, name }) => ({
              value: `queue:${key}`,
              label: key in rules.queues ? t('rules.withOwn', { queue: localized(name) }) : localized(name),
            })),
          ],
        },
      ]}
    />
  );
}

interface PartProps {
  part: string;
  rules: Rules;
  change: (rules: Rules) => void;
  faultAt: (path: string) => string | undefined;
}

function Part({ part, ...props }: PartProps) {
  const { rules, change, faultAt } = props;
  switch (part) {
    case 'order':
      return <OrderForm {...props} />;
    case 'units':
      return <UnitsForm {...props} />;
    case 'profiles':
      return <ProfilesForm {...props} />;
    case 'defaults':
      return (
        <SettingsForm
          settings={rules.defaults}
          change={(defaults) => change({ ...rules, defaults })}
          faultAt={faultAt}
        />
      );
    default:
      return <QueuePart queue={part.slice('queue:'.length)} {...props} />;
  }
}

function QueuePart({ queue, rules, change, faultAt }: Omit<PartProps, 'part'> & { queue: string }) {
  const { t } = useTranslation();
  const own = rules.queues[queue];
  const follow = () => {
    const { [queue]: _own, ...queues } = rules.queues;
    change({ ...rules, queues });
  };
  return (
    <>
      <div className={classes.bar}>
        <span className={classes.barText}>{t(own ? 'rules.hasOwn' : 'rules.followsAll')}</span>
        {own ? (
          <Button variant="default" onClick={follow}>
            {t('rules.follow')}
          </Button>
        ) : (
          <Button
            variant="default"
            onClick={() => change({ ...rules, queues: { ...rules.queues, [queue]: rules.defaults } })}
          >
            {t('rules.makeOwn')}
          </Button>
        )}
        <Button variant="default" component={Link} to="/admin/queues">
          {t('rules.queueFacts')}
        </Button>
      </div>
      {own && (
        <SettingsForm
          settings={own}
          change={(settings) => change({ ...rules, queues: { ...rules.queues, [queue]: settings } })}
          faultAt={faultAt}
        />
      )}
    </>
  );
}
