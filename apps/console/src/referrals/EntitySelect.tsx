import { useFormats } from '../i18n/format.js';
import { Select } from '../ui/choice-fields.js';
import { useEntities } from './use-referrals.js';

interface Props {
  label: string;
  description?: string;
  value: string | null;
  change: (entity: string | null) => void;
  /** keys of entities that cannot be chosen */
  without?: readonly string[];
  required?: boolean;
  autofocus?: boolean;
}

export function EntitySelect({ change, without = [], required, autofocus, ...field }: Props) {
  const { localized } = useFormats();
  const entities = useEntities();
  return (
    <Select
      {...field}
      required={required === true}
      searchable
      clearable={!required}
      {...(autofocus && { 'data-autofocus': true })}
      onChange={change}
      data={(entities.data ?? [])
        .filter(({ key }) => !without.includes(key))
        .map(({ key, name }) => ({ value: key, label: localized(name) }))}
    />
  );
}
