import { FormFields } from '../http/form-fields.js';
import { type Draft, parseDraft, serializePendingFile } from './draft.js';

/** An unfinished filing while the visitor looks at a nearby report. */
export interface PausedFiling {
  draft: Draft;
  token: string;
  returning: boolean;
}

/** Serialised into one hidden field of another form, whose own fields may have the same names. */
export const serializePausedFiling = ({
  draft: { files, ...fields },
  token,
  returning,
}: PausedFiling): string =>
  JSON.stringify({
    ...fields,
    held: files.map(serializePendingFile),
    token,
    returning: returning ? '1' : '',
  });

/** Parsed and validated like any form, because it comes from a browser. @returns null when there is none */
export function parsePausedFiling(text: string): PausedFiling | null {
  const fields = new FormFields();
  try {
    for (const [name, value] of Object.entries(JSON.parse(text || 'null') ?? {})) {
      for (const one of [value].flat()) if (typeof one === 'string') fields.add(name, one);
    }
  } catch {
    return null;
  }
  const token = fields.get('token');
  return token ? { draft: parseDraft(fields), token, returning: fields.get('returning') === '1' } : null;
}
