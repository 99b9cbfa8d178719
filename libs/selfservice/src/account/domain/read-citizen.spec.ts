import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CitizenClaimNames, readCitizen } from './read-citizen.js';

const NAMES: CitizenClaimNames = {
  name: 'name',
  identityNumber: 'person.id',
  email: 'email',
  emailVerified: 'email_verified',
  phone: 'phone_number',
  phoneVerified: 'phone_number_verified',
  language: 'locale',
};

describe('the claims of a citizen', () => {
  it('are read by the names of the profile', () => {
    const claims = {
      sub: 'subject',
      name: ' مريم\u202e أحمد ',
      person: { id: 880101234 },
      email: 'Maryam@Home.Example',
      email_verified: 'true',
      phone_number: '+973 3300 0011',
      phone_number_verified: true,
      locale: 'ar_BH',
    };
    expect(readCitizen(claims, NAMES)).toEqual({
      subject: 'subject',
      name: 'مريم  أحمد',
      identityNumber: '880101234',
      email: 'maryam@home.example',
      phone: '+973 3300 0011',
      language: 'ar',
    });
  });

  it('give no address that the provider has not said to be verified', () => {
    const anything = fc.oneof(
      fc.constantFrom(undefined, false, null, 0, 'yes', 'false', {}, [true]),
      fc.string(),
    );
    fc.assert(
      fc.property(anything, anything, (email_verified, phone_number_verified) => {
        fc.pre(![email_verified, phone_number_verified].some((one) => one === 'true' || one === '1'));
        const claims = {
          sub: 's',
          email: 'a@home.example',
          phone_number: '33000011',
          email_verified,
          phone_number_verified,
        };
        expect(readCitizen(claims, NAMES)).toMatchObject({ email: null, phone: null });
      }),
    );
  });

  it('are ignored where they are of another kind or too long', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.values(NAMES)), fc.jsonValue()), (claims) => {
        const citizen = readCitizen({ ...claims, sub: 's' }, NAMES);
        for (const value of Object.values(citizen))
          expect(value === null || typeof value === 'string').toBe(true);
      }),
    );
    expect(readCitizen({ sub: 's', person: { id: '1'.repeat(61) }, locale: 'fr' }, NAMES)).toMatchObject({
      identityNumber: null,
      language: null,
    });
  });
});
