import { describe, expect, it } from '@jest/globals';
import { FormFields } from '../http/form-fields.js';
import { parseDraft, serializePendingFile } from './draft.js';

const fields = (...entries: [string, string][]) => {
  const form = new FormFields();
  for (const [name, value] of entries) form.add(name, value);
  return form;
};

describe('a draft', () => {
  it('keeps typed text, without invisible control characters', () => {
    const draft = parseDraft(
      fields(['subject', 'a\u0000b\r\nc'], ['description', 'one\r\ntwo\u0007'], ['role', 'admin']),
    );
    expect(draft.subject).toBe('ab c');
    expect(draft.description).toBe('one\ntwo');
    expect(draft).not.toHaveProperty('role');
  });

  it('carries its pending files through the form', () => {
    const file = { id: '0198-a.b_c', name: 'صورة | 1.jpg', size: 42 };
    expect(parseDraft(fields(['held', serializePendingFile(file)], ['held', 'nonsense'])).files).toEqual([
      file,
    ]);
  });
});
