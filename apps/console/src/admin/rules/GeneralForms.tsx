import { Button, Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileRules, Rules } from '../../api/routing-api.js';
import { MultiSelect, NumberInput } from '../../ui/choice-fields.js';
import { TextInput } from '../../ui/fields.js';
import { Icon } from '../../ui/icons.js';
import { DurationField } from './DurationField.js';
import type { FaultAt } from './form.js';
import classes from './Rules.module.css';
import { useRuleLabels } from './use-rule-labels.js';

interface Props {
  rules: Rules;
  change: (rules: Rules) => void;
  faultAt: FaultAt;
}
const HEAD_STARTS = ['urgent', 'high', 'normal', 'low', 'vip', 'vulnerable'] as const;
const DEFAULT_PROFILE = 'default';

/** In which order work waits, whatever its queue. */
export function OrderForm({ rules, change, faultAt }: Props) {
  const { t } = useTranslation();
  const { order } = rules;
  const promise = (name: 'leadSeconds' | 'mostSeconds') => (
    <DurationField
      key={name}
      label={t(`rules.field.${name}`)}
      description={t(`rules.hint.${name}`)}
      value={order.promise[name]}
      change={(value) =>
        change({ ...rules, order: { ...order, promise: { ...order.promise, [name]: value } } })
      }
      error={faultAt(`order.promise.${name}`)}
    />
  );
  return (
    <div className={classes.form}>
      <fieldset className={classes.section}>
        <legend>{t('rules.section.headStarts')}</legend>
        <p>{t('rules.hint.headStarts')}</p>
        <div className={classes.grid}>
          {HEAD_STARTS.map((name) => (
            <DurationField
              key={name}
              label={t(`rules.headStart.${name}`)}
              value={order.headStarts[name] ?? 0}
              mayBeNegative
              change={(value) =>
                change({ ...rules, order: { ...order, headStarts: { ...order.headStarts, [name]: value } } })
              }
              error={faultAt(`order.headStarts.${name}`)}
            />
          ))}
        </div>
      </fieldset>
      <fieldset className={classes.section}>
        <legend>{t('rules.section.promise')}</legend>
        <div className={classes.grid}>
          {promise('leadSeconds')}
          {promise('mostSeconds')}
        </div>
      </fieldset>
    </div>
  );
}

/** How much of an agent's capacity work takes, by channel. */
export function UnitsForm({ rules, change, faultAt }: Props) {
  const { t } = useTranslation();
  const { kindName } = useRuleLabels();
  return (
    <div className={classes.form}>
      <fieldset className={classes.section}>
        <legend>{t('rules.section.units')}</legend>
        <p>{t('rules.hint.units')}</p>
        <div className={classes.grid}>
          {Object.entries(rules.units).map(([kind, units]) => (
            <NumberInput
              key={kind}
              label={kindName(kind)}
              allowDecimal={false}
              allowNegative={false}
              value={units}
              error={faultAt(`units.${kind}`)}
              onChange={(value) =>
                change({ ...rules, units: { ...rules.units, [kind]: Number(value) || 0 } })
              }
            />
          ))}
        </div>
      </fieldset>
    </div>
  );
}

/** What kinds of work agents do, and whether they may be interrupted; each agent has one of these profiles. */
export function ProfilesForm({ rules, change, faultAt }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const { profiles } = rules;
  const key = name.trim();
  const set = (one: string, profile: ProfileRules) =>
    change({ ...rules, profiles: { ...profiles, [one]: profile } });
  const remove = (one: string) => {
    const { [one]: _gone, ...rest } = profiles;
    change({ ...rules, profiles: rest });
  };
  return (
    <div className={classes.form}>
      {Object.entries(profiles).map(([one, profile]) => (
        <ProfileFields
          key={one}
          name={one}
          profile={profile}
          kinds={Object.keys(rules.units)}
          error={faultAt(`profiles.${one}.kinds`)}
          change={(value) => set(one, value)}
          {...(one !== DEFAULT_PROFILE && { remove: () => remove(one) })}
        />
      ))}
      <div className={classes.row}>
        <TextInput
          label={t('rules.newProfile')}
          maxLength={60}
          dir="auto"
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Button
          variant="default"
          leftSection={<Icon name="plus" size={16} />}
          disabled={key === '' || key in profiles}
          onClick={() => {
            set(key, { interruptible: true, kinds: null });
            setName('');
          }}
        >
          {t('rules.addProfile')}
        </Button>
      </div>
    </div>
  );
}

interface ProfileProps {
  name: string;
  profile: ProfileRules;
  kinds: string[];
  error: string | undefined;
  change: (profile: ProfileRules) => void;
  remove?: () => void;
}

function ProfileFields({ name, profile, kinds, error, change, remove }: ProfileProps) {
  const { t } = useTranslation();
  const { kindName } = useRuleLabels();
  const title = name === DEFAULT_PROFILE ? t('rules.defaultProfile') : name;
  return (
    <fieldset className={classes.section}>
      <legend dir="auto">{title}</legend>
      <Switch
        label={t('rules.mayInterrupt')}
        checked={profile.interruptible}
        onChange={({ currentTarget }) => change({ ...profile, interruptible: currentTarget.checked })}
      />
      <Switch
        label={t('rules.everyKind')}
        checked={profile.kinds === null}
        onChange={({ currentTarget }) =>
          change({
            ...profile,
            kinds: currentTarget.checked ? null : (kinds as NonNullable<ProfileRules['kinds']>),
          })
        }
      />
      {profile.kinds !== null && (
        <MultiSelect
          label={t('rules.kindsOf', { profile: title })}
          data={kinds.map((kind) => ({ value: kind, label: kindName(kind) }))}
          value={[...profile.kinds]}
          error={error}
          onChange={(chosen) => change({ ...profile, kinds: chosen as NonNullable<ProfileRules['kinds']> })}
        />
      )}
      {remove && (
        <div>
          <Button
            variant="default"
            size="xs"
            onClick={remove}
            aria-label={t('rules.removeProfile', { profile: name })}
          >
            {t('rules.remove')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
