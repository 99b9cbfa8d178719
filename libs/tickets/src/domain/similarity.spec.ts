import { type SimilarityReason, similarityQuery, mostSimilar } from './similarity.js';

describe('similarity of tickets', () => {
  it('should query for two significant words, normalised, without short words', () => {
    expect(similarityQuery('The lamp is dark')).toBe(
      `('lamp' & 'dark') | ('lamp' & 'the') | ('dark' & 'the')`,
    );
    expect(similarityQuery('إنارة الشارع في')).toBe(`('الشارع' & 'اناره')`);
  });

  it.each(['', 'lamp', 'a b c', "'; drop -- !"])(
    'should make no query from too few words (%s)',
    (subject) => {
      expect(similarityQuery(subject)).toBeNull();
    },
  );

  it('should use the four longest words of a long subject', () => {
    const asked = similarityQuery('aaa bbbb ccccc dddddd eeeeeee')!;
    expect(asked).not.toContain('aaa');
    expect(asked.split(' | ')).toHaveLength(6);
  });

  it('should rank by number of reasons, then the same requester, then the newest', () => {
    const like = (id: string, ...because: SimilarityReason[]) => ({ id, because });
    const found = [
      like('1', 'words'),
      like('2', 'place'),
      like('3', 'requester'),
      like('4', 'place', 'words'),
      like('10', 'words'),
    ];
    expect(mostSimilar(found, 4).map(({ id }) => id)).toEqual(['4', '3', '10', '2']);
  });
});
