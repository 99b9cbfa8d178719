import { FormFields } from '../http/form-fields.js';
import { type Draft, draftFrom, heldFileText } from './draft.js';

/** A filing that was left to look at a report; nothing of it is lost. */
export interface LeftFiling {
  draft: Draft;
  token: string;
  returning: boolean;
}

/** As one hidden field of another form, whose own fields may bear the same names. */
export const leftText = ({ draft: { files, ...fields }, token, returning }: LeftFiling): string =>
  JSON.stringify({ ...fields, held: files.map(heldFileText), token, returning: returning ? '1' : '' });

/** Read like any other form: it comes from a browser. @returns null when there is none */
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
