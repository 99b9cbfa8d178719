import { describe, expect, it } from '@jest/globals';
import { personSearchFields } from './person-search-fields.js';

describe('the kind of person search in a ticket list', () => {
  it.each([
    [{}, []],
    [{ q: '' }, []],
    [{ q: '2648-1937-0521' }, []],
    [{ q: 'sara@example.org' }, ['email']],
    [{ q: '+973 1700 0001' }, ['phone']],
    [{ q: '١٧٠٠٠٠٠١' }, ['phone']],
    [{ q: 'Sara Ali' }, ['words']],
    [{ requester: 'x', q: 'lamp' }, ['requester', 'words']],
    [{ q: ['a'] }, []],
  ])('%j: %j', (query, clues) => expect(personSearchFields(query)).toEqual(clues));
});
