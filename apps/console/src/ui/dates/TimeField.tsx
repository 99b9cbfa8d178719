import { useState } from 'react';
import { readTime } from '../../i18n/typed-date.js';
import { TextInput } from '../fields.js';

interface Props {
  label: string;
  required?: boolean;
  /** `HH:MM` or empty */
  value: string;
  onChange: (value: string) => void;
}

/** A time of day by 24 hours, typed in any digits. What is no time is taken back when the field is left. */
export function TimeField({ value, onChange, ...props }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      {...props}
      dir="ltr"
      inputMode="numeric"
      maxLength={5}
      value={typed ?? value}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        const time = currentTarget.value === '' ? '' : readTime(currentTarget.value);
        if (time !== null) onChange(time);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
