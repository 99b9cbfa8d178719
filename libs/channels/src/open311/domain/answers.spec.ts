import { type Question, readAnswers } from './answers.js';
import { readRequestForm } from './request-form.js';

const question = (datatype: string, more: Partial<Question> = {}): Question => ({
  code: 'Q',
  variable: true,
  datatype,
  required: false,
  values: ['a', 'b', 'c'].map((key) => ({ key, name: { ar: key, en: key } })),
  ...more,
});
const answer = (asked: Question, body: string) => {
  const { answers, faults } = readAnswers([asked], readRequestForm(new URLSearchParams(body)).attributes);
  return faults.length > 0 ? faults.map(({ path, code }) => `${path} ${code}`).join() : answers.Q;
};

describe('answers to the questions of a service', () => {
  it.each([
    [question('string'), 'attribute[Q]=x', ['x']],
    [question('text'), 'attribute[Q]=x%0D%0Ay', ['x\ny']],
    [question('number'), 'attribute[Q]=%D9%A3.5', ['3.5']],
    [question('datetime'), 'attribute[Q]=2026-11-23T10:00:00%2B03:00', ['2026-11-23T10:00:00+03:00']],
    [question('singlevaluelist'), 'attribute[Q]=b', ['b']],
    [question('multivaluelist'), 'attribute[Q][]=a&attribute[Q][]=c', ['a', 'c']],
    [question('multivaluelist'), 'attribute[Q]=a&attribute[Q]=a', ['a']],
    [question('string'), 'attribute[other]=x', undefined],
    [question('string', { variable: false }), 'attribute[Q]=x', undefined],
    [question('string'), 'attribute[Q]=%20', undefined],
  ])('should be taken: %j %s', (asked, body, expected) => expect(answer(asked, body)).toEqual(expected));

  it.each([
    [question('string', { required: true }), '', 'attribute[Q] required'],
    [question('string'), 'attribute[Q]=x%0Ay', 'attribute[Q] control_character'],
    [question('string'), `attribute[Q]=${'x'.repeat(501)}`, 'attribute[Q] too_long'],
    [question('number'), 'attribute[Q]=three', 'attribute[Q] number'],
    [question('datetime'), 'attribute[Q]=soon', 'attribute[Q] date'],
    [question('singlevaluelist'), 'attribute[Q]=z', 'attribute[Q] choice'],
    [question('singlevaluelist'), 'attribute[Q]=a&attribute[Q]=b', 'attribute[Q] too_many'],
    [question('multivaluelist'), 'attribute[Q][]=a&attribute[Q][]=z', 'attribute[Q] choice'],
  ])('should be refused: %j %s', (asked, body, expected) => expect(answer(asked, body)).toBe(expected));

  it('should not reach inherited properties', () => {
    const { attributes } = readRequestForm(
      new URLSearchParams('attribute[__proto__]=x&attribute[constructor]=y'),
    );
    expect([...attributes.keys()]).toEqual(['__proto__', 'constructor']);
    expect(readAnswers([question('string')], attributes)).toEqual({ answers: {}, faults: [] });
  });
});
