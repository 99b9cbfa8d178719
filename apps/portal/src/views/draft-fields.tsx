import { type Draft, DRAFT_FIELDS, type DraftField } from '../forms/draft.js';
import { PendingFileFields } from './files-field.js';

/** Hidden fields for the answers of the other pages. @param except fields that the page itself shows */
export function DraftFields({ draft, except = [] }: { draft: Draft; except?: readonly DraftField[] }) {
  return (
    <>
      {DRAFT_FIELDS.filter((field) => !except.includes(field) && draft[field] !== '').map((field) => (
        <input key={field} type="hidden" name={field} value={draft[field]} />
      ))}
      <PendingFileFields held={draft.files} />
    </>
  );
}
