import { readSettings } from './settings.js';

const WHOLE = {
  OIDC_ISSUER: 'https://id.example/realms/gov',
  OIDC_CLIENT_ID: 'wasl',
  OIDC_CLIENT_SECRET: 'a secret of the client',
};

describe('settings of the identity provider', () => {
  it('should be all unset by default', () => {
    expect(readSettings({})).toMatchObject({
      PASSWORD_SIGN_IN: true,
      OIDC_PROVISION: false,
      OIDC_SCOPE: 'openid email profile',
      OIDC_SECOND_FACTOR: ['mfa'],
    });
    expect(readSettings({}).OIDC_ISSUER).toBeUndefined();
  });

  it('should read roles, labels and lists', () => {
    const settings = readSettings({
      ...WHOLE,
      OIDC_ROLE_CLAIM: 'groups',
      OIDC_ROLES: 'cn=a=agent, b = administrator',
      OIDC_LABEL: 'ar=دخول;en=Enter',
      OIDC_SECOND_FACTOR: 'mfa, gold',
      PASSWORD_SIGN_IN: '0',
      BREAK_GLASS_EMAIL: 'Glass@Gov.example',
    });
    expect({ ...settings.OIDC_ROLES }).toEqual({ 'cn=a': 'agent', b: 'administrator' });
    expect(settings.OIDC_LABEL).toEqual({ ar: 'دخول', en: 'Enter' });
    expect(settings.OIDC_SECOND_FACTOR).toEqual(['mfa', 'gold']);
    expect(settings.BREAK_GLASS_EMAIL).toBe('glass@gov.example');
    expect(readSettings({ OIDC_LABEL: 'GovID' }).OIDC_LABEL).toEqual({ ar: 'GovID', en: 'GovID' });
    expect(
      readSettings({ ...WHOLE, OIDC_ISSUER: 'http://localhost:8080/realms/x' }).OIDC_ISSUER,
    ).toBeTruthy();
  });

  it.each<[Record<string, string>, RegExp]>([
    [{ ...WHOLE, OIDC_ISSUER: 'http://id.example' }, /OIDC_ISSUER/],
    [{ ...WHOLE, OIDC_ISSUER: 'https://id.example/?a=b' }, /OIDC_ISSUER/],
    [{ ...WHOLE, OIDC_CLIENT_SECRET: '' }, /OIDC_CLIENT_SECRET is missing/],
    [{ OIDC_CLIENT_ID: 'wasl' }, /OIDC_ISSUER is missing/],
    [{ ...WHOLE, OIDC_PROVISION: '1' }, /OIDC_ROLE_CLAIM/],
    [{ ...WHOLE, OIDC_ROLES: 'a=agent' }, /OIDC_ROLE_CLAIM/],
    [{ ...WHOLE, OIDC_ROLE_CLAIM: 'r', OIDC_ROLES: 'a=boss' }, /OIDC_ROLES/],
    [{ ...WHOLE, OIDC_SCOPE: 'email' }, /openid/],
    [{ ...WHOLE, OIDC_LABEL: 'ar=دخول' }, /OIDC_LABEL/],
    [{ ...WHOLE, OIDC_SECOND_FACTOR: 'mfa,' }, /OIDC_SECOND_FACTOR/],
    [{ CITIZEN_OIDC_CLIENT_ID: 'wasl' }, /CITIZEN_OIDC_ISSUER is missing/],
    [{ CITIZEN_OIDC_ISSUER: 'http://id.example' }, /CITIZEN_OIDC_ISSUER/],
    [{ ...WHOLE, CITIZEN_OIDC_ISSUER: WHOLE.OIDC_ISSUER }, /CITIZEN_OIDC_CLIENT_ID is missing/],
    [{ CITIZEN_OIDC_SCOPE: 'phone' }, /openid/],
    [{ PASSWORD_SIGN_IN: '0', BREAK_GLASS_EMAIL: 'a@b.example' }, /OIDC_ISSUER is required/],
    [{ ...WHOLE, PASSWORD_SIGN_IN: '0' }, /BREAK_GLASS_EMAIL is required/],
  ])('should refuse %j', (env, message) => {
    expect(() => readSettings(env)).toThrow(message);
  });
});
