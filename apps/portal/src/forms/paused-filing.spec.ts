import { describe, expect, it } from '@jest/globals';
import { emptyDraft } from './draft.js';
import { parsePausedFiling, serializePausedFiling } from './paused-filing.js';

describe('an unfinished filing', () => {
  it('is restored unchanged', () => {
    const left = {
      draft: {
        ...emptyDraft(),
        subject: 'نصف "x"',
        email: 'a@b.example',
        files: [{ id: '0198-a.b_c', name: 'صورة | 1.jpg', size: 42 }],
      },
      token: 't',
      returning: true,
    };
    expect(parsePausedFiling(serializePausedFiling(left))).toEqual(left);
  });

  it.each(['', 'null', '{', '[]', '"x"', '7', '{"subject":"x"}', '{"token":{"a":1}}'])(
    'is not parsed from invalid input: %s',
    (text) => {
      expect(parsePausedFiling(text)).toBeNull();
    },
  );

  it('ignores values that a form could not contain', () => {
    const text =
      '{"token":"t","__proto__":{"admin":"1"},"subject":["a","b"],"files":[{"id":"x"}],"role":"admin"}';
    expect(parsePausedFiling(text)?.draft).toEqual({ ...emptyDraft(), subject: 'a' });
  });
});
