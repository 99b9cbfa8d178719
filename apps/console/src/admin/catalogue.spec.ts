import { bodyOf, CATALOGUES, emptyValue } from './catalogue.js';

describe('the request body of a row', () => {
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

  it('contains all filled fields of a new row and no empty ones', () => {
    const { version: _, active: __, description: ___, ...filledIn } = row;
    expect(bodyOf(fields, row, null)).toEqual(filledIn);
  });

  it('contains only changed fields of an existing row, and never its key', () => {
    expect(bodyOf(fields, row, row)).toEqual({});
    const changed = { ...row, code: 'other', active: false, name: { ar: 'إنارة', en: 'Light' } };
    expect(bodyOf(fields, changed, row)).toEqual({ active: false, name: { ar: 'إنارة', en: 'Light' } });
  });
});

describe('a new row', () => {
  it('is in use, and nothing else is switched on', () => {
    const flags = Object.values(CATALOGUES).flatMap(({ fields }) =>
      fields.filter(({ kind }) => kind === 'flag'),
    );
    expect(flags.map(({ name }) => name)).toContain('restricted');
    for (const flag of flags)
      expect([flag.name, emptyValue(flag)]).toEqual([flag.name, flag.name === 'active']);
  });
});
