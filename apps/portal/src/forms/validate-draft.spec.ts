import { describe, expect, it } from '@jest/globals';
import { readCountryProfile } from '#wasl/country';
import { TEXTS } from '../texts/index.js';
import { validateStep } from './validate-draft.js';
import { type Draft, emptyDraft } from './draft.js';

const country = readCountryProfile('bh');
const { errors } = TEXTS.ar;
const faults = (step: Parameters<typeof validateStep>[1], draft: Partial<Draft>) =>
  validateStep({ ...emptyDraft(), ...draft }, step, TEXTS.ar, country).map(({ field, text }) => [
    field,
    text,
  ]);

describe('validation of a filing', () => {
  it('requires kind, subject and description', () => {
    expect(faults('matter', { kind: 'gossip', subject: '  ' })).toEqual([
      ['kind', errors.choose],
      ['subject', errors.required],
      ['description', errors.required],
    ]);
    expect(faults('matter', { kind: 'report', subject: 'x', description: 'y' })).toEqual([]);
  });

  it('limits text lengths', () => {
    const draft = { kind: 'report', subject: 'x'.repeat(201), description: 'y' };
    expect(faults('matter', draft)).toEqual([['subject', errors.tooLong(200)]]);
  });

  it('requires a contact address, unless anonymous', () => {
    expect(faults('you', { audience: 'citizen' })).toEqual([['phone', errors.contact]]);
    expect(faults('you', { audience: 'anonymous', phone: 'nonsense' })).toEqual([]);
    expect(faults('you', { audience: 'citizen', phone: '٣٦٠٠١٢٣٤' })).toEqual([]);
    expect(faults('you', { audience: 'resident', email: 'a@b.example' })).toEqual([]);
  });

  it('refuses an invalid contact address', () => {
    expect(faults('you', { audience: 'citizen', phone: '12', email: 'a@' })).toEqual([
      ['phone', errors.phone],
      ['email', errors.email],
    ]);
  });
});
