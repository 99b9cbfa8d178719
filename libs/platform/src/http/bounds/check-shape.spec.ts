import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { Choice, NestedObject, NestedList, Text, TextList } from '../fields.js';
import { validationPipe } from '../validation.js';
import { shapeFaults } from './check-shape.js';

class Name {
  @Text({ max: 10 }) ar: string;
  @Text({ max: 10 }) en: string;
}
class Base {
  @Text({ max: 10 }) key: string;
}
class Body extends Base {
  @NestedObject(() => Name) name: Name;
  @NestedList(() => Name, { maxItems: 50, optional: true }) others?: Name[];
  @TextList({ max: 10, maxItems: 3, optional: true }) tags?: string[];
  @Choice(['a', 'b'], { optional: true }) kind?: string;
}
const NAME = { ar: 'x', en: 'y' };
const HONEST = { key: 'k', name: NAME, others: [NAME], tags: ['a'], kind: 'a' };
const refused = (body: unknown) => shapeFaults(Body, body);

describe('the shape of a body', () => {
  it.each([
    ['an honest one', HONEST],
    ['one with a few faults, which validation tells better', { key: 1, name: { ar: '' }, more: 1 }],
    ['nothing', undefined],
    ['a text', 'x'],
  ])('leaves %s to validation', (_what, body) => {
    expect(refused(body)).toBeNull();
  });

  it.each([
    [
      'a list longer than allowed',
      { ...HONEST, tags: ['a', 'b', 'c', 'd'] },
      { path: 'tags', code: 'too_many' },
    ],
    [
      'a long list of groups',
      { ...HONEST, others: Array(51).fill({}) },
      { path: 'others', code: 'too_many' },
    ],
    ['a list for a group', { ...HONEST, name: Array(1_000).fill({}) }, { path: 'name', code: 'object' }],
    ['a group for a list', { ...HONEST, others: { a: {} } }, { path: 'others', code: 'list' }],
    ['a list for the whole', [HONEST], { path: '', code: 'object' }],
  ])('refuses %s', (_what, body, fault) => {
    expect(refused(body)).toContainEqual(fault);
  });

  it('refuses a body with very many faults and reports the first twenty', () => {
    const unknown = Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`x${n}`, 1]));
    expect(refused({ ...HONEST, ...unknown })).toHaveLength(20);
    expect(refused({ ...HONEST, others: Array(50).fill({}) })).toHaveLength(20);
    expect(refused({ ...HONEST, others: Array(50).fill(NAME) })).toBeNull();
  });

  it('is checked before validation, which reports everything else as before', async () => {
    const check = (value: unknown) =>
      validationPipe()
        .transform(value, { type: 'body', metatype: Body })
        .then(
          () => [],
          (error: { faults: object[] }) => error.faults,
        );
    expect(await check(HONEST)).toEqual([]);
    expect(await check({ ...HONEST, tags: ['a', 'b', 'c', 'd'] })).toEqual([
      { path: 'tags', code: 'too_many' },
    ]);
    expect(await check({ key: 'k', name: { ar: 'x' } })).toEqual([{ path: 'name.en', code: 'required' }]);
    expect(await check({ ...HONEST, 'bad\u202ename': 1 })).toEqual([{ path: 'bad�name', code: 'unknown' }]);
  });
});
