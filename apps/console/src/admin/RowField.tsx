import { NumberInput, Select, Switch, TagsInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { rowsApi } from '../api/admin-api.js';
import { keys } from '../api/keys.js';
import { useFormats } from '../i18n/format.js';
import { type Language, LANGUAGE_NAMES, type Localized } from '../i18n/languages.js';
import classes from './Admin.module.css';
import { CATALOGUES, type Field } from './catalogue.js';

interface Props {
  field: Field;
  value: unknown;
  error?: string | undefined;
  change: (value: unknown) => void;
}

/** One field of a row, by its kind. */
export function RowField({ field, value, error, change }: Props) {
  const { t } = useTranslation();
  const label = t(`admin.field.${field.name}` as 'admin.field.key');
  const common = { label, required: !field.optional, error };
  switch (field.kind) {
    case 'key':
      return (
        <TextInput
          {...common}
          description={t('admin.keyHint')}
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
    case 'flag':
      return (
        <Switch
          label={label}
          description={t('admin.retireHint')}
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
  }
}

interface LocalizedProps {
  label: string;
  required: boolean;
  error: string | undefined;
  value: Localized;
  change: (value: Localized) => void;
}

/** The same in both languages, each in its own direction. */
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

/** A row of another list; of those that are not retired. */
function ReferenceField({ field, value, change, ...common }: ReferenceProps) {
  const { localized } = useFormats();
  const list = useQuery({
    queryKey: keys.rowChoices(field.to),
    queryFn: () => rowsApi.all(CATALOGUES[field.to].path),
  });
  const rows = (list.data ?? []).filter((row) => row.active !== false || row[field.by] === value);
  return (
    <Select
      {...common}
      searchable
      data={rows.map((row) => ({ value: String(row[field.by]), label: localized(row.name as Localized) }))}
      value={value}
      onChange={change}
    />
  );
}
