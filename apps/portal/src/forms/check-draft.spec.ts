import { describe, expect, it } from '@jest/globals';
import { readCountryProfile } from '#wasl/country';
import { TEXTS } from '../texts/index.js';
import { faultsOf } from './check-draft.js';
import { type Draft, emptyDraft } from './draft.js';

const country = readCountryProfile('bh');
const { errors } = TEXTS.ar;
const faults = (step: Parameters<typeof faultsOf>[1], draft: Partial<Draft>) =>
  faultsOf({ ...emptyDraft(), ...draft }, step, TEXTS.ar, country).map(({ field, text }) => [field, text]);

describe('what must be corrected', () => {
  it('is a missing kind, subject or description', () => {
    expect(faults('matter', { kind: 'gossip', subject: '  ' })).toEqual([
      ['kind', errors.choose],
      ['subject', errors.required],
      ['description', errors.required],
    ]);
    expect(faults('matter', { kind: 'report', subject: 'x', description: 'y' })).toEqual([]);
  });

  it('is text that is too long', () => {
    const draft = { kind: 'report', subject: 'x'.repeat(201), description: 'y' };
    expect(faults('matter', draft)).toEqual([['subject', errors.tooLong(200)]]);
  });

  it('is having no way to answer, unless one wishes to stay unknown', () => {
    expect(faults('you', { audience: 'citizen' })).toEqual([['phone', errors.contact]]);
    expect(faults('you', { audience: 'anonymous', phone: 'nonsense' })).toEqual([]);
    expect(faults('you', { audience: 'citizen', phone: '٣٦٠٠١٢٣٤' })).toEqual([]);
    expect(faults('you', { audience: 'resident', email: 'a@b.example' })).toEqual([]);
  });

  it('is an address that cannot be one', () => {
    expect(faults('you', { audience: 'citizen', phone: '12', email: 'a@' })).toEqual([
      ['phone', errors.phone],
      ['email', errors.email],
    ]);
  });
});
