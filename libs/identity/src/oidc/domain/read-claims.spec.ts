import fc from 'fast-check';
import { ROLES } from '#wasl/contracts';
import { type ClaimRules, needsUserInfo, readClaims } from './read-claims.js';

const RULES: ClaimRules = {
  roleClaim: 'roles',
  roles: null,
  emailVerifiedClaim: 'email_verified',
  secondFactorValues: ['mfa', 'gold'],
};
const read = (claims: object, rules: Partial<ClaimRules> = {}) =>
  readClaims({ sub: 's', ...claims }, { ...RULES, ...rules });

describe('claims of a provider', () => {
  it.each<[unknown, unknown, string | null]>([
    ['Mona@Test.example', true, 'mona@test.example'],
    ['mona@test.example', 'true', 'mona@test.example'],
    ['mona@test.example', 1, 'mona@test.example'],
    ['mona@test.example', false, null],
    ['mona@test.example', 'false', null],
    ['mona@test.example', undefined, null],
    ['mona@test.example', {}, null],
    ['mona', true, null],
    ['Mona <mona@test.example>', true, null],
    ['a@b@test.example', true, null],
    [['mona@test.example'], true, null],
    [undefined, true, null],
  ])('should read the mail %j verified %j as %j', (email, verified, expected) => {
    expect(read({ email, email_verified: verified }).email).toBe(expected);
  });

  it('should read whether the mail is verified from the claim of the settings', () => {
    const claims = { email: 'a@b.example', email_verified: true, xms_edov: '0' };
    expect(read(claims, { emailVerifiedClaim: 'xms_edov' }).email).toBeNull();
    expect(read({ ...claims, xms_edov: '1' }, { emailVerifiedClaim: 'xms_edov' }).email).toBe('a@b.example');
  });

  it('should take the highest role, by key or by mapping, at a name or a path', () => {
    expect(read({ roles: ['agent', 'administrator', 'supervisor'] }).role).toBe('administrator');
    expect(read({ roles: 'supervisor' }).role).toBe('supervisor');
    expect(read({ roles: ['boss'] }).role).toBeNull();
    expect(read({}).role).toBeNull();
    expect(read({ roles: ['agent'] }, { roleClaim: null }).role).toBeUndefined();
    const roles = { staff: 'agent' } as const;
    expect(read({ roles: ['staff', 'administrator'] }, { roles }).role).toBe('agent');
    expect(read({ roles: ['constructor', 'toString', '__proto__'] }, { roles }).role).toBeNull();
    const nested = { realm_access: { roles: ['agent'] } };
    expect(read(nested, { roleClaim: 'realm_access.roles' }).role).toBe('agent');
    expect(read({ 'https://a.example/roles': 'agent' }, { roleClaim: 'https://a.example/roles' }).role).toBe(
      'agent',
    );
  });

  it('should believe in a second factor only by the values of the settings', () => {
    expect(read({ amr: ['pwd', 'mfa'] }).hasSecondFactor).toBe(true);
    expect(read({ acr: 'gold' }).hasSecondFactor).toBe(true);
    expect(read({ amr: ['pwd'], acr: '1' }).hasSecondFactor).toBe(false);
    expect(read({}).hasSecondFactor).toBe(false);
  });

  it('should clean and bound names', () => {
    expect(read({ name: ' \u202eMona\n' }).name).toBe('Mona');
    expect(read({ name: '', preferred_username: 'mona' }).name).toBe('mona');
    expect(read({ name: 'x'.repeat(500) }).name).toHaveLength(120);
    expect(read({ name: 5 }).name).toBeNull();
  });

  it('should never fail, nor find a role that nothing names', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.string(), (claims, roleClaim) => {
        const { role, email } = readClaims({ sub: 's', ...claims }, { ...RULES, roleClaim });
        if (role) expect(JSON.stringify(claims)).toContain(role);
        if (email) expect(claims.email_verified).toBeTruthy();
        expect(role === null || ROLES.includes(role!)).toBe(true);
      }),
    );
  });

  it('should ask for the userinfo only where something is missing', () => {
    const whole = { sub: 's', email: 'a@b.example', email_verified: true, roles: ['agent'] };
    expect(needsUserInfo(whole, RULES)).toBe(false);
    for (const name of ['email', 'email_verified', 'roles'])
      expect(
        needsUserInfo(Object.fromEntries(Object.entries(whole).filter(([key]) => key !== name)), RULES),
      ).toBe(true);
  });
});
