import { bodyOf, CATALOGUES } from './catalogue.js';

describe('what is sent of a row', () => {
  const { fields } = CATALOGUES.services;
  const row = {
    code: 'lamp',
    name: { ar: 'إنارة', en: 'Lamp' },
    entity: 'roads',
    queue: 'general',
    description: { ar: '', en: '' },
    position: 3,
    active: true,
    version: 2,
  };

  it('is everything filled in when it is made, and nothing that is not', () => {
    const { version: _, active: __, description: ___, ...filledIn } = row;
    expect(bodyOf(fields, row, null)).toEqual(filledIn);
  });

  it('is only what changed when it is known, and never what it is referred to by', () => {
    expect(bodyOf(fields, row, row)).toEqual({});
    const changed = { ...row, code: 'other', active: false, name: { ar: 'إنارة', en: 'Light' } };
    expect(bodyOf(fields, changed, row)).toEqual({ active: false, name: { ar: 'إنارة', en: 'Light' } });
  });
});
