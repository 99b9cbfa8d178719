import {
  PasswordInput as MantinePasswordInput,
  type PasswordInputProps,
  Textarea as MantineTextarea,
  type TextareaProps,
  TextInput as MantineTextInput,
  type TextInputProps,
} from '@mantine/core';
import { control, type ControlProps, EMPTY_PLACEHOLDER } from './text-control.js';
import { directionFor } from './text-direction.js';

export function TextInput({ dir, type, attributes, placeholder, ...props }: ControlProps<TextInputProps>) {
  const input = { ...attributes?.input, ...control(directionFor(type, dir)) };
  return (
    <MantineTextInput
      {...props}
      type={type}
      placeholder={placeholder || EMPTY_PLACEHOLDER}
      attributes={{ ...attributes, input }}
    />
  );
}

export function Textarea({
  dir,
  attributes,
  placeholder,
  ...props
}: ControlProps<TextareaProps, HTMLTextAreaElement>) {
  const input = { ...attributes?.input, ...control(directionFor('text', dir)) };
  return (
    <MantineTextarea
      {...props}
      placeholder={placeholder || EMPTY_PLACEHOLDER}
      attributes={{ ...attributes, input }}
    />
  );
}

/** Mantine puts the direction on the control, too. */
export function PasswordInput({ dir = 'ltr', ...props }: ControlProps<PasswordInputProps>) {
  return <MantinePasswordInput {...props} dir={dir} />;
}
