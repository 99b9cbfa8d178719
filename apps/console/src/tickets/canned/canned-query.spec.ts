import { cannedQueryAt, matchingReplies, insertReply } from './canned-query.js';

const REPLIES = [
  { key: 'on-the-way', title: { ar: 'الفريق في الطريق', en: 'Crew on the way' } },
  { key: 'bill', title: { ar: 'فاتورة صحيحة', en: 'Bill is right' } },
];
const keysFor = (words: string) => matchingReplies(REPLIES, words).map(({ key }) => key);

describe('a query for canned replies', () => {
  it.each([
    ['//', 0, ''],
    ['Hello\n//cr', 6, 'cr'],
    ['Hello //crew on', 6, 'crew on'],
    ['https://x.example //b', 18, 'b'],
  ])('should be found in %j', (text, from, words) => {
    expect(cannedQueryAt(text, text.length)).toEqual({ from, words });
  });

  it.each(['https://x.example', '/', 'a/b', '//\n', `//${'x'.repeat(41)}`, '//a/b', ''])(
    'should not be found in %j',
    (text) => {
      expect(cannedQueryAt(text, text.length)).toBeNull();
    },
  );

  it('should be found at the caret only', () => {
    expect(cannedQueryAt('//cr and more', 4)).toEqual({ from: 0, words: 'cr' });
    expect(cannedQueryAt('before //', 3)).toBeNull();
  });

  it('should match words of the title in either language, in any spelling variant', () => {
    expect(keysFor('')).toEqual(['on-the-way', 'bill']);
    expect(keysFor('WAY crew')).toEqual(['on-the-way']);
    expect(keysFor('فاتوره')).toEqual(['bill']);
    expect(keysFor('الطَّريق')).toEqual(['on-the-way']);
    expect(keysFor('nothing')).toEqual([]);
  });

  it('should be replaced by the reply, with the caret after it', () => {
    const text = 'Hello //cr, bye';
    expect(insertReply(text, { from: 6, words: 'cr' }, 'We come.')).toEqual({
      text: 'Hello We come., bye',
      caret: 14,
    });
  });
});
