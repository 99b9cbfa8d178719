import {
  MultiSelect as MantineMultiSelect,
  type MultiSelectProps,
  NumberInput as MantineNumberInput,
  type NumberInputProps,
  PasswordInput as MantinePasswordInput,
  type PasswordInputProps,
  type Primitive,
  Select as MantineSelect,
  type SelectProps,
  TagsInput as MantineTagsInput,
  type TagsInputProps,
  Textarea as MantineTextarea,
  type TextareaProps,
  TextInput as MantineTextInput,
  type TextInputProps,
} from '@mantine/core';
import type { Ref } from 'react';
import { directionFor, type TextDirection } from './text-direction.js';

/*
 * The text controls of the console. Mantine puts `dir` on the element around a control, where it says nothing about what
 * is typed; these put it on the control itself. An empty field takes the direction of the page: see global.css, which
 * knows an empty field by its placeholder, so each has one.
 */
const EMPTY_PLACEHOLDER = ' ';

interface Direction {
  /** `auto` (default): that of the text. `ltr`: addresses, numbers and codes. */
  dir?: TextDirection | undefined;
}
type Props<P, E extends HTMLElement = HTMLInputElement> = Omit<P, 'dir'> & Direction & { ref?: Ref<E> };

const control = (dir: TextDirection | undefined) => ({ dir, 'data-text-control': '' });

export function TextInput({ dir, type, attributes, placeholder, ...props }: Props<TextInputProps>) {
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
}: Props<TextareaProps, HTMLTextAreaElement>) {
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
export function PasswordInput({ dir = 'ltr', ...props }: Props<PasswordInputProps>) {
  return <MantinePasswordInput {...props} dir={dir} />;
}

/** Digits, with their sign before them. */
export function NumberInput({ attributes, ...props }: Props<NumberInputProps>) {
  const input = { ...attributes?.input, ...control('ltr'), 'data-number': '' };
  return <MantineNumberInput {...props} attributes={{ ...attributes, input }} />;
}

/** A list without search holds words of the interface; those follow the page. */
export function Select<Value extends Primitive = string>({
  dir,
  attributes,
  placeholder,
  ...props
}: Props<SelectProps<Value>>) {
  const input = { ...attributes?.input, ...control(props.searchable ? directionFor('text', dir) : dir) };
  return (
    <MantineSelect
      {...props}
      placeholder={placeholder || EMPTY_PLACEHOLDER}
      attributes={{ ...attributes, input }}
    />
  );
}

/** Without a search it has no control to type in, and a placeholder would make one visible. */
export function MultiSelect<Value extends Primitive = string>({
  dir,
  placeholder,
  ...props
}: Props<MultiSelectProps<Value>>) {
  if (!props.searchable) return <MantineMultiSelect {...props} placeholder={placeholder} />;
  return (
    <MantineMultiSelect
      {...props}
      placeholder={placeholder || EMPTY_PLACEHOLDER}
      {...control(directionFor('text', dir))}
    />
  );
}

export function TagsInput({ dir, placeholder, ...props }: Props<TagsInputProps>) {
  return (
    <MantineTagsInput
      {...props}
      placeholder={placeholder || EMPTY_PLACEHOLDER}
      {...control(directionFor('text', dir))}
    />
  );
}
