import { askedAt, fitting, inserted } from './canned-query.js';

const REPLIES = [
  { key: 'on-the-way', title: { ar: 'الفريق في الطريق', en: 'Crew on the way' } },
  { key: 'bill', title: { ar: 'فاتورة صحيحة', en: 'Bill is right' } },
];
const keysFor = (words: string) => fitting(REPLIES, words).map(({ key }) => key);

describe('a canned reply', () => {
  it.each([
    ['//', 0, ''],
    ['Hello\n//cr', 6, 'cr'],
    ['Hello //crew on', 6, 'crew on'],
    ['https://x.example //b', 18, 'b'],
  ])('should be asked for by %j', (text, from, words) => {
    expect(askedAt(text, text.length)).toEqual({ from, words });
  });

  it.each(['https://x.example', '/', 'a/b', '//\n', `//${'x'.repeat(41)}`, '//a/b', ''])(
    'should not be asked for by %j',
    (text) => {
      expect(askedAt(text, text.length)).toBeNull();
    },
  );

  it('should be asked for where the caret stands, not elsewhere', () => {
    expect(askedAt('//cr and more', 4)).toEqual({ from: 0, words: 'cr' });
    expect(askedAt('before //', 3)).toBeNull();
  });

  it('should be found by any words of its name, in either language, however they are written', () => {
    expect(keysFor('')).toEqual(['on-the-way', 'bill']);
    expect(keysFor('WAY crew')).toEqual(['on-the-way']);
    expect(keysFor('فاتوره')).toEqual(['bill']);
    expect(keysFor('الطَّريق')).toEqual(['on-the-way']);
    expect(keysFor('nothing')).toEqual([]);
  });

  it('should stand in place of what was asked, with the caret behind it', () => {
    const text = 'Hello //cr, bye';
    expect(inserted(text, { from: 6, words: 'cr' }, 'We come.')).toEqual({
      text: 'Hello We come., bye',
      caret: 14,
    });
  });
});
