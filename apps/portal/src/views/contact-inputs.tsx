import { type Fault, LONGEST } from '../forms/check-draft.js';
import type { Texts } from '../texts/index.js';
import { Input } from './fields.js';

interface Props {
  value: string;
  hint?: string;
  optional?: boolean;
  texts: Texts;
  faults: Fault[];
}

/** Where somebody can be written to, wherever it is asked. */
export function EmailInput(props: Props) {
  const { file } = props.texts;
  return (
    <Input
      {...props}
      name="email"
      label={file.email}
      type="email"
      maxLength={LONGEST.email}
      autoComplete="email"
      ltr
    />
  );
}

/** Where somebody can be called, or sent a text. */
export function PhoneInput(props: Props) {
  const { file } = props.texts;
  return (
    <Input
      {...props}
      name="phone"
      label={file.phone}
      type="tel"
      maxLength={LONGEST.phone}
      autoComplete="tel"
      ltr
    />
  );
}
