import {
  MultiSelect as MantineMultiSelect,
  type MultiSelectProps,
  NumberInput as MantineNumberInput,
  type NumberInputProps,
  type Primitive,
  Select as MantineSelect,
  type SelectProps,
  TagsInput as MantineTagsInput,
  type TagsInputProps,
} from '@mantine/core';
import { control, type ControlProps, EMPTY_PLACEHOLDER } from './text-control.js';
import { directionFor } from './text-direction.js';

// Apart from the text fields: signing in needs none of these.
/** Digits, with their sign before them. */
export function NumberInput({ attributes, ...props }: ControlProps<NumberInputProps>) {
  const input = { ...attributes?.input, ...control('ltr'), 'data-number': '' };
  return <MantineNumberInput {...props} attributes={{ ...attributes, input }} />;
}

/** A list without search holds words of the interface; those follow the page. */
export function Select<Value extends Primitive = string>({
  dir,
  attributes,
  placeholder,
  ...props
}: ControlProps<SelectProps<Value>>) {
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
}: ControlProps<MultiSelectProps<Value>>) {
  if (!props.searchable) return <MantineMultiSelect {...props} placeholder={placeholder} />;
  return (
    <MantineMultiSelect
      {...props}
      placeholder={placeholder || EMPTY_PLACEHOLDER}
      {...control(directionFor('text', dir))}
    />
  );
}

export function TagsInput({ dir, placeholder, ...props }: ControlProps<TagsInputProps>) {
  return (
    <MantineTagsInput
      {...props}
      placeholder={placeholder || EMPTY_PLACEHOLDER}
      {...control(directionFor('text', dir))}
    />
  );
}
