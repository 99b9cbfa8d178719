import { type Likeness, likeWords, mostAlike } from './likeness.js';

describe('similarity of tickets', () => {
  it('should query for two significant words, normalised, without short words', () => {
    expect(likeWords('The lamp is dark')).toBe(`('lamp' & 'dark') | ('lamp' & 'the') | ('dark' & 'the')`);
    expect(likeWords('إنارة الشارع في')).toBe(`('الشارع' & 'اناره')`);
  });

  it.each(['', 'lamp', 'a b c', "'; drop -- !"])(
    'should make no query from too few words (%s)',
    (subject) => {
      expect(likeWords(subject)).toBeNull();
    },
  );

  it('should use the four longest words of a long subject', () => {
    const asked = likeWords('aaa bbbb ccccc dddddd eeeeeee')!;
    expect(asked).not.toContain('aaa');
    expect(asked.split(' | ')).toHaveLength(6);
  });

  it('should rank by number of reasons, then the same requester, then the newest', () => {
    const like = (id: string, ...because: Likeness[]) => ({ id, because });
    const found = [
      like('1', 'words'),
      like('2', 'place'),
      like('3', 'requester'),
      like('4', 'place', 'words'),
      like('10', 'words'),
    ];
    expect(mostAlike(found, 4).map(({ id }) => id)).toEqual(['4', '3', '10', '2']);
  });
});
