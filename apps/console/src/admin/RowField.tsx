import { Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../api/query-keys.js';
import { useFormats } from '../i18n/format.js';
import { type Language, LANGUAGE_NAMES, type Localized } from '../i18n/languages.js';
import { rowsApi } from '../api/admin-api.js';
import { MultiSelect, NumberInput, Select, TagsInput } from '../ui/choice-fields.js';
import { TextInput } from '../ui/fields.js';
import classes from './Admin.module.css';
import { CATALOGUES, type Field } from './catalogue.js';

interface Props {
  field: Field;
  value: unknown;
  error?: string | undefined;
  change: (value: unknown) => void;
}

/** The input for one field of a row, by its type. */
export function RowField({ field, value, error, change }: Props) {
  const { t } = useTranslation();
  const label = t(`admin.field.${field.name}` as 'admin.field.key');
  const description = field.hint && t(`admin.${field.hint}`);
  const common = { label, description, required: !field.optional, error };
  switch (field.kind) {
    case 'key':
      return (
        <TextInput
          {...common}
          dir="ltr"
          maxLength={60}
          value={String(value)}
          onChange={({ currentTarget }) => change(currentTarget.value)}
        />
      );
    case 'text':
      return (
        <TextInput
          {...common}
          dir="auto"
          value={String(value)}
          onChange={({ currentTarget }) => change(currentTarget.value)}
        />
      );
    case 'localized':
      return <LocalizedField {...common} value={value as Localized} change={change} />;
    case 'numbers':
      return <TagsInput {...common} required={false} dir="ltr" value={value as string[]} onChange={change} />;
    case 'names':
      return <TagsInput {...common} required={false} value={value as string[]} onChange={change} />;
    case 'flag':
      return (
        <Switch
          label={label}
          description={description}
          checked={value === true}
          onChange={({ currentTarget }) => change(currentTarget.checked)}
        />
      );
    case 'number':
      return (
        <NumberInput
          {...common}
          min={field.min}
          max={field.max}
          allowDecimal={false}
          value={value as number | string}
          onChange={(next) => change(next)}
        />
      );
    case 'choice':
      return (
        <Select
          {...common}
          data={field.choices.map((one) => ({
            value: one,
            label: t(`admin.choice.${one}` as 'admin.choice.topic'),
          }))}
          value={value as string | null}
          onChange={change}
        />
      );
    case 'reference':
      return <ReferenceField {...common} field={field} value={value as string | null} change={change} />;
    case 'references':
      return <ReferencesField {...common} field={field} value={value as string[]} change={change} />;
  }
}

interface LocalizedProps {
  label: string;
  required: boolean;
  error: string | undefined;
  value: Localized;
  change: (value: Localized) => void;
}

/** One input per interface language, each with its own text direction. */
function LocalizedField({ label, required, error, value, change }: LocalizedProps) {
  const languages = Object.keys(LANGUAGE_NAMES) as Language[];
  return (
    <div className={classes.pair}>
      {languages.map((language) => (
        <TextInput
          key={language}
          label={`${label} (${LANGUAGE_NAMES[language]})`}
          required={required}
          error={error}
          lang={language}
          dir={language === 'ar' ? 'rtl' : 'ltr'}
          value={value[language]}
          onChange={({ currentTarget }) => change({ ...value, [language]: currentTarget.value })}
        />
      ))}
    </div>
  );
}

interface ReferenceProps {
  label: string;
  required: boolean;
  error: string | undefined;
  field: Extract<Field, { kind: 'reference' }>;
  value: string | null;
  change: (value: string | null) => void;
}

/** Rows of another list to choose from: the active ones and those already chosen. */
function useChoices({ to, by }: { to: 'entities' | 'queues'; by: string }, chosen: (string | null)[]) {
  const { localized } = useFormats();
  const list = useQuery({
    queryKey: queryKeys.rowChoices(to),
    queryFn: () => rowsApi.all(CATALOGUES[to].path),
  });
  return (list.data ?? [])
    .filter((row) => row.active !== false || chosen.includes(String(row[by])))
    .map((row) => ({ value: String(row[by]), label: localized(row.name as Localized) }));
}

function ReferencesField({
  field,
  value,
  ...common
}: Omit<ReferenceProps, 'field' | 'value' | 'change'> & {
  field: Extract<Field, { kind: 'references' }>;
  value: string[];
  change: (value: string[]) => void;
}) {
  const { change, ...labels } = common;
  const data = useChoices(field, value);
  return <MultiSelect {...labels} searchable data={data} value={value} onChange={change} />;
}

/** A reference to an active row of another list. */
function ReferenceField({ field, value, change, ...common }: ReferenceProps) {
  const data = useChoices(field, [value]);
  return (
    <Select
      {...common}
      searchable
      clearable={field.clearable === true}
      data={data}
      value={value}
      onChange={change}
    />
  );
}
