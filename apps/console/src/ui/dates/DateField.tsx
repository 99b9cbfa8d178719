import { lazy, Suspense } from 'react';
import { useFormats } from '../../i18n/format.js';
import { readDay, readDayTime } from '../../i18n/typed-date.js';
import { TextInput } from '../fields.js';
import type { PickerProps } from './DatePicker.js';

/** The calendar is large, and few pages have one, so it is loaded with the first field that is shown. */
const DatePicker = lazy(async () => ({ default: (await import('./DatePicker.js')).DatePicker }));

type Props = Omit<PickerProps, 'read' | 'write' | 'withTime'>;

/**
 * A day, `YYYY-MM-DD` or empty, typed or chosen from a calendar. It is shown as everywhere in the console, whereas the
 * browser's own field would follow the language of the browser.
 */
export function DateField(props: Props) {
  const { writtenDay } = useFormats();
  return <Field {...props} read={readDay} write={writtenDay} />;
}

/** A day and time of no time zone, `YYYY-MM-DDTHH:MM` or empty. */
export function DateTimeField(props: Props) {
  const { writtenDayTime } = useFormats();
  return <Field {...props} read={readDayTime} write={writtenDayTime} withTime />;
}

function Field(props: PickerProps) {
  const { label, description, error, required, value, write } = props;
  const waiting = {
    label,
    ...(description && { description }),
    ...(error && { error }),
    ...(required && { required }),
  };
  return (
    <Suspense fallback={<TextInput {...waiting} disabled readOnly value={value && write(value)} />}>
      <DatePicker {...props} />
    </Suspense>
  );
}
