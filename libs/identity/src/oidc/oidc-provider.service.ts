import { Inject, Injectable } from '@nestjs/common';
import { apiUrl, OidcClient, type RuntimeSettings, SETTINGS } from '#wasl/platform';
import { type ClaimRules, needsUserInfo } from './domain/read-claims.js';

export const OIDC_PATH = '/api/v1/session/oidc';

/** The OpenID Connect provider that staff sign in through. */
@Injectable()
export class OidcProvider extends OidcClient {
  readonly rules: ClaimRules;

  constructor(@Inject(SETTINGS) settings: RuntimeSettings) {
    const rules = rulesOf(settings);
    const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_SCOPE } = settings;
    super(
      OIDC_ISSUER
        ? {
            issuer: OIDC_ISSUER,
            clientId: OIDC_CLIENT_ID!,
            clientSecret: OIDC_CLIENT_SECRET!,
            scope: OIDC_SCOPE,
            callbackUrl: `${apiUrl(settings)}${OIDC_PATH}/callback`,
            signedOutUrl: `${apiUrl(settings)}/`,
            needsUserInfo: (claims) => needsUserInfo(claims, rules),
          }
        : null,
    );
    this.rules = rules;
  }
}

const rulesOf = ({
  OIDC_ROLE_CLAIM,
  OIDC_ROLES,
  OIDC_EMAIL_VERIFIED_CLAIM,
  OIDC_SECOND_FACTOR,
}: RuntimeSettings): ClaimRules => ({
  roleClaim: OIDC_ROLE_CLAIM ?? null,
  roles: OIDC_ROLES ?? null,
  emailVerifiedClaim: OIDC_EMAIL_VERIFIED_CLAIM,
  secondFactorValues: OIDC_SECOND_FACTOR,
});
