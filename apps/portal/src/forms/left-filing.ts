import { FormFields } from '../http/form-fields.js';
import { type Draft, draftFrom, heldFileText } from './draft.js';

/** An unfinished filing while the visitor looks at a nearby report. */
export interface LeftFiling {
  draft: Draft;
  token: string;
  returning: boolean;
}

/** Serialised into one hidden field of another form, whose own fields may have the same names. */
export const leftText = ({ draft: { files, ...fields }, token, returning }: LeftFiling): string =>
  JSON.stringify({ ...fields, held: files.map(heldFileText), token, returning: returning ? '1' : '' });

/** Parsed and validated like any form, because it comes from a browser. @returns null when there is none */
export function leftFrom(text: string): LeftFiling | null {
  const fields = new FormFields();
  try {
    for (const [name, value] of Object.entries(JSON.parse(text || 'null') ?? {})) {
      for (const one of [value].flat()) if (typeof one === 'string') fields.add(name, one);
    }
  } catch {
    return null;
  }
  const token = fields.get('token');
  return token ? { draft: draftFrom(fields), token, returning: fields.get('returning') === '1' } : null;
}
