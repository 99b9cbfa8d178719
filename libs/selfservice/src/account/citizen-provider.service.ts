import { Inject, Injectable } from '@nestjs/common';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import { claimAt } from '#wasl/kernel';
import { OidcClient, portalUrl, type RuntimeSettings, SETTINGS } from '#wasl/platform';

export const CITIZEN_CALLBACK_PATH = '/me/oidc/callback';

/** The OpenID Connect provider that citizens sign in through on the portal. */
@Injectable()
export class CitizenProvider extends OidcClient {
  constructor(
    @Inject(SETTINGS) settings: RuntimeSettings,
    @Inject(COUNTRY_PROFILE) { citizenClaims }: CountryProfile,
  ) {
    const { CITIZEN_OIDC_ISSUER, CITIZEN_OIDC_CLIENT_ID, CITIZEN_OIDC_CLIENT_SECRET } = settings;
    const wanted = Object.values(citizenClaims);
    super(
      CITIZEN_OIDC_ISSUER
        ? {
            issuer: CITIZEN_OIDC_ISSUER,
            clientId: CITIZEN_OIDC_CLIENT_ID!,
            clientSecret: CITIZEN_OIDC_CLIENT_SECRET!,
            scope: settings.CITIZEN_OIDC_SCOPE,
            callbackUrl: `${portalUrl(settings)}${CITIZEN_CALLBACK_PATH}`,
            signedOutUrl: `${portalUrl(settings)}/`,
            needsUserInfo: (claims) => wanted.some((name) => claimAt(claims, name) === undefined),
          }
        : null,
    );
  }
}
