import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ROLES, scopeOfRole } from '#wasl/contracts';
import { type NewUser, rowsApi } from '../api/admin-api.js';
import { queryKeys } from '../api/query-keys.js';
import { useQueues } from '../api/queries.js';
import { useFormats } from '../i18n/format.js';
import { type Language, LANGUAGE_NAMES, type Localized } from '../i18n/languages.js';
import { faultsOf } from '../ui/faults.js';
import { MultiSelect, NumberInput, Select, TagsInput } from '../ui/choice-fields.js';
import { TextInput } from '../ui/fields.js';
import classes from './Admin.module.css';
import { useCurrentRules } from './rules/rules-draft.js';

export type UserForm = Required<Pick<NewUser, 'name' | 'email' | 'role'>> & {
  language: Language;
  extension: string;
  capacity: number;
  profile: string;
  entity: string | null;
  groups: string[];
  queues: string[];
  skills: { skill: string; level: number }[];
};

const DEFAULT_PROFILE = 'default';

export const EMPTY_USER: UserForm = {
  name: '',
  email: '',
  role: 'agent',
  language: 'ar',
  extension: '',
  capacity: 100,
  profile: DEFAULT_PROFILE,
  entity: null,
  groups: [],
  queues: [],
  skills: [],
};

/** What the api takes of the form. */
export const bodyOfUser = (form: UserForm) => ({
  ...form,
  name: form.name.trim(),
  email: form.email.trim(),
  extension: form.extension.trim() || null,
});

interface Props {
  form: UserForm;
  change: (form: UserForm) => void;
  error: unknown;
}

export function UserFields({ form, change, error }: Props) {
  const { t } = useTranslation();
  const { localized } = useFormats();
  const queues = useQueues();
  const skills = useSkills();
  const set = <K extends keyof UserForm>(field: K, value: UserForm[K]) => change({ ...form, [field]: value });
  const { within: faultAt } = faultsOf(error);
  const levelOf = (skill: string) => form.skills.find((one) => one.skill === skill)?.level ?? 3;
  const skillName = (key: string) => {
    const skill = skills.find((one) => one.key === key);
    return skill ? localized(skill.name) : key;
  };
  return (
    <>
      <TextInput
        label={t('admin.users.name')}
        required
        maxLength={120}
        dir="auto"
        data-autofocus
        value={form.name}
        error={faultAt('name')}
        onChange={({ currentTarget }) => set('name', currentTarget.value)}
      />
      <TextInput
        label={t('admin.users.email')}
        required
        type="email"
        maxLength={254}
        dir="ltr"
        value={form.email}
        error={faultAt('email')}
        onChange={({ currentTarget }) => set('email', currentTarget.value)}
      />
      <div className={classes.pair}>
        <Select
          label={t('admin.users.role')}
          data={ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))}
          allowDeselect={false}
          value={form.role}
          onChange={(role) => role && set('role', role)}
        />
        <Select
          label={t('admin.users.language')}
          data={Object.entries(LANGUAGE_NAMES).map(([value, label]) => ({ value, label }))}
          allowDeselect={false}
          value={form.language}
          onChange={(language) => language && set('language', language as Language)}
        />
        <TextInput
          label={t('admin.users.extension')}
          description={t('admin.users.extensionHint')}
          maxLength={40}
          dir="ltr"
          value={form.extension}
          error={faultAt('extension')}
          onChange={({ currentTarget }) => set('extension', currentTarget.value)}
        />
        <NumberInput
          label={t('admin.users.capacity')}
          description={t('admin.users.capacityHint')}
          min={0}
          max={1000}
          allowDecimal={false}
          value={form.capacity}
          error={faultAt('capacity')}
          onChange={(value) => set('capacity', Number(value) || 0)}
        />
      </div>
      <ProfileField
        value={form.profile}
        error={faultAt('profile')}
        change={(profile) => set('profile', profile)}
      />
      <EntityField
        value={form.entity}
        isRequired={scopeOfRole(form.role) === 'entity'}
        error={faultAt('entity')}
        change={(entity) => set('entity', entity)}
      />
      <TagsInput
        label={t('admin.users.groups')}
        description={t('admin.users.groupsHint')}
        dir="auto"
        value={form.groups}
        error={faultAt('groups')}
        onChange={(groups) => set('groups', groups)}
      />
      <MultiSelect
        label={t('admin.users.queues')}
        data={(queues.data ?? []).map((queue) => ({ value: queue.key, label: localized(queue.name) }))}
        value={form.queues}
        error={faultAt('queues')}
        onChange={(chosen) => set('queues', chosen)}
      />
      <MultiSelect
        label={t('admin.users.skills')}
        data={skills.map((skill) => ({ value: skill.key, label: localized(skill.name) }))}
        value={form.skills.map(({ skill }) => skill)}
        error={faultAt('skills')}
        onChange={(chosen) =>
          set(
            'skills',
            chosen.map((skill) => ({ skill, level: levelOf(skill) })),
          )
        }
      />
      {form.skills.length > 0 && (
        <div className={classes.pair}>
          {form.skills.map(({ skill, level }) => (
            <NumberInput
              key={skill}
              label={t('admin.users.levelOf', { skill: skillName(skill) })}
              min={1}
              max={5}
              allowDecimal={false}
              clampBehavior="strict"
              value={level}
              onChange={(value) =>
                set(
                  'skills',
                  form.skills.map((one) =>
                    one.skill === skill ? { skill, level: Number(value) || 1 } : one,
                  ),
                )
              }
            />
          ))}
        </div>
      )}
    </>
  );
}

interface EntityProps {
  value: string | null;
  isRequired: boolean;
  error: string | undefined;
  change: (entity: string | null) => void;
}

function EntityField({ value, isRequired, error, change }: EntityProps) {
  const { t } = useTranslation();
  const { localized } = useFormats();
  const list = useQuery({
    queryKey: queryKeys.rowChoices('entities'),
    queryFn: () => rowsApi.all('/api/v1/admin/entities'),
  });
  const data = (list.data ?? [])
    .filter(({ key, active }) => active !== false || key === value)
    .map(({ key, name }) => ({ value: String(key), label: localized(name as Localized) }));
  return (
    <Select
      label={t('admin.users.entity')}
      description={t('admin.users.entityHint')}
      required={isRequired}
      searchable
      clearable={!isRequired}
      data={data}
      value={value}
      error={error}
      onChange={change}
    />
  );
}

interface ProfileProps {
  value: string;
  error: string | undefined;
  change: (profile: string) => void;
}

/** Only where there is more than one to choose from. */
function ProfileField({ value, error, change }: ProfileProps) {
  const { t } = useTranslation();
  const rules = useCurrentRules();
  const names = [...new Set([...Object.keys(rules.data?.rules.profiles ?? {}), value])];
  if (names.length < 2) return null;
  return (
    <Select
      label={t('admin.users.profile')}
      data={names.map((name) => ({
        value: name,
        label: name === DEFAULT_PROFILE ? t('rules.defaultProfile') : name,
      }))}
      value={value}
      error={error}
      onChange={(next) => change(next ?? DEFAULT_PROFILE)}
    />
  );
}

function useSkills(): { key: string; name: Localized }[] {
  const list = useQuery({
    queryKey: queryKeys.rows('skills'),
    queryFn: () => rowsApi.list('/api/v1/admin/skills', null),
  });
  return (list.data?.data ?? []) as unknown as { key: string; name: Localized }[];
}
