import { type Fault, MAX_LENGTH } from '../forms/validate-draft.js';
import type { Texts } from '../texts/index.js';
import { Input } from './fields.js';

interface Props {
  value: string;
  hint?: string;
  optional?: boolean;
  texts: Texts;
  faults: Fault[];
}

/** The email field of every form. */
export function EmailInput(props: Props) {
  const { file } = props.texts;
  return (
    <Input
      {...props}
      name="email"
      label={file.email}
      type="email"
      maxLength={MAX_LENGTH.email}
      autoComplete="email"
      ltr
    />
  );
}

/** The telephone field of every form. */
export function PhoneInput(props: Props) {
  const { file } = props.texts;
  return (
    <Input
      {...props}
      name="phone"
      label={file.phone}
      type="tel"
      maxLength={MAX_LENGTH.phone}
      autoComplete="tel"
      ltr
    />
  );
}
