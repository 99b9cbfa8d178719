import { type FocusEvent, useRef } from 'react';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Inserts a placeholder at the last caret position in one of several fields. */
export function useInsert() {
  const last = useRef<{ field: Field; change: (text: string) => void } | null>(null);
  return {
    /** props for a field that accepts placeholders */
    heed: (change: (text: string) => void) => ({
      onFocus: ({ currentTarget }: FocusEvent<Field>) => {
        last.current = { field: currentTarget, change };
      },
    }),
    /** @param otherwise fallback when no field has had the focus yet */
    insert(name: string, otherwise: (text: string) => void): void {
      const place = `{{${name}}}`;
      if (!last.current?.field.isConnected) return otherwise(place);
      const { field, change } = last.current;
      const [from, to] = [
        field.selectionStart ?? field.value.length,
        field.selectionEnd ?? field.value.length,
      ];
      change(field.value.slice(0, from) + place + field.value.slice(to));
      requestAnimationFrame(() => {
        field.focus();
        field.setSelectionRange(from + place.length, from + place.length);
      });
    },
  };
}
