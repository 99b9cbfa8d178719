import { Inject, Injectable, Logger } from '@nestjs/common';
import { createRemoteJWKSet, customFetch as joseFetch, jwtVerify } from 'jose';
import * as oidc from 'openid-client';
import { DomainError, notFound } from '#wasl/kernel';
import { apiUrl, type RuntimeSettings, SETTINGS } from '#wasl/platform';
import { boundedFetch } from './bounded-fetch.js';
import { type Claims, type ClaimRules, needsUserInfo } from './domain/read-claims.js';
import { describeProviderFault, providerRefusal, providerUnavailable } from './provider-fault.js';

/** Of each request to the provider. */
const TIMEOUT_SECONDS = 5;
/** Clocks of the provider and ours may differ by so much. */
const TOLERANCE_SECONDS = 30;
/** How long the provider's metadata is used before it is read again. */
const METADATA_MS = 3_600_000;
/** After a failure: callers in this time are refused at once and do not wait for another one. */
const COOL_DOWN_MS = 2_000;
/** How old a logout token may be. */
const LOGOUT_TOKEN_AGE = '10m';
/** Signed by a key that only the provider has; `none` and shared secrets are refused. */
const SIGNATURES = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];

export const OIDC_PATH = '/api/v1/session/oidc';

/** What binds an answer of the provider to the request that asked for it. */
export interface ExchangeChecks {
  state: string;
  nonce: string;
  codeVerifier: string;
}

interface Connection {
  config: oidc.Configuration;
  issuer: string;
  keys: ReturnType<typeof createRemoteJWKSet>;
  readAt: number;
}

/**
 * The OpenID Connect provider of the settings. Its metadata is read when it is first needed, not at start, so that a
 * provider that is down stops nothing else.
 */
@Injectable()
export class OidcProvider {
  private readonly logger = new Logger('OidcProvider');
  private connection?: Connection;
  private reading?: Promise<Connection>;
  private failedAt = -Infinity;

  constructor(@Inject(SETTINGS) private readonly settings: RuntimeSettings) {}

  get isConfigured(): boolean {
    return this.settings.OIDC_ISSUER !== undefined;
  }

  get rules(): ClaimRules {
    const { OIDC_ROLE_CLAIM, OIDC_ROLES, OIDC_EMAIL_VERIFIED_CLAIM, OIDC_SECOND_FACTOR } = this.settings;
    return {
      roleClaim: OIDC_ROLE_CLAIM ?? null,
      roles: OIDC_ROLES ?? null,
      emailVerifiedClaim: OIDC_EMAIL_VERIFIED_CLAIM,
      secondFactorValues: OIDC_SECOND_FACTOR,
    };
  }

  /** The address of the provider's sign-in page. @param again whether the person must prove who they are once more */
  async authorizationUrl(checks: ExchangeChecks, again: boolean): Promise<string> {
    const { config } = await this.connect();
    const parameters = {
      redirect_uri: this.callbackUrl,
      scope: this.settings.OIDC_SCOPE,
      response_type: 'code',
      code_challenge: await oidc.calculatePKCECodeChallenge(checks.codeVerifier),
      code_challenge_method: 'S256',
      state: checks.state,
      nonce: checks.nonce,
      ...(again && { prompt: 'login', max_age: '0' }),
    };
    return oidc.buildAuthorizationUrl(config, parameters).href;
  }

  /**
   * Exchanges the code of a callback for the claims of the person.
   * @param query the query of the callback as it came
   * @throws unauthorized `oidc.denied`, `oidc.failed`; unavailable `oidc.unavailable`
   */
  async exchange(query: string, checks: ExchangeChecks): Promise<{ issuer: string; claims: Claims }> {
    const { config, issuer } = await this.connect();
    try {
      const tokens = await oidc.authorizationCodeGrant(config, new URL(`${this.callbackUrl}?${query}`), {
        expectedState: checks.state,
        expectedNonce: checks.nonce,
        pkceCodeVerifier: checks.codeVerifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims()!;
      // Metadata for any tenant have a placeholder in the issuer; its subjects would not be unique.
      if (claims.iss !== issuer) throw new oidc.ClientError('the issuer is not the one of the settings');
      return { issuer, claims: await this.withUserInfo(config, tokens.access_token, claims) };
    } catch (error) {
      this.logger.warn(`sign-in by OIDC failed: ${describeProviderFault(error)}`);
      throw providerRefusal(error);
    }
  }

  /**
   * Verifies signature, issuer, audience and age of a logout token.
   * @throws invalid `oidc.logout_token`; unavailable `oidc.unavailable`
   */
  async verifyLogoutToken(token: string): Promise<{ issuer: string; claims: Claims }> {
    const { keys, issuer } = await this.connect();
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience: this.settings.OIDC_CLIENT_ID!,
        algorithms: SIGNATURES,
        requiredClaims: ['iat', 'jti'],
        maxTokenAge: LOGOUT_TOKEN_AGE,
        clockTolerance: TOLERANCE_SECONDS,
      });
      return { issuer, claims: payload };
    } catch (error) {
      const refusal = providerRefusal(error);
      if (refusal.kind === 'unavailable') throw refusal;
      throw new DomainError('invalid', 'oidc.logout_token');
    }
  }

  /** Where a person ends their session at the provider; null when it has no such page. */
  async endSessionUrl(): Promise<string | null> {
    const { config } = await this.connect();
    if (!config.serverMetadata().end_session_endpoint) return null;
    return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: `${apiUrl(this.settings)}/` }).href;
  }

  private get callbackUrl(): string {
    return `${apiUrl(this.settings)}${OIDC_PATH}/callback`;
  }

  private async withUserInfo(
    config: oidc.Configuration,
    accessToken: string,
    claims: oidc.IDToken,
  ): Promise<Claims> {
    if (!config.serverMetadata().userinfo_endpoint || !needsUserInfo(claims, this.rules)) return claims;
    const info = await oidc.fetchUserInfo(config, accessToken, claims.sub);
    // What is signed has precedence.
    return { ...info, ...claims };
  }

  /** @throws not_found `route.not_found` without settings; unavailable `oidc.unavailable` */
  private async connect(): Promise<Connection> {
    if (!this.isConfigured) throw notFound('route.not_found');
    const now = performance.now();
    if (this.connection && now - this.connection.readAt < METADATA_MS) return this.connection;
    if (now - this.failedAt < COOL_DOWN_MS) return this.connection ?? refuse();
    this.reading ??= this.discover().finally(() => (this.reading = undefined));
    try {
      this.connection = await this.reading;
      return this.connection;
    } catch (error) {
      this.failedAt = performance.now();
      this.logger.warn(`the OIDC provider's metadata cannot be read: ${describeProviderFault(error)}`);
      // Metadata hardly ever change, so old ones are better than none.
      return this.connection ?? refuse();
    }
  }

  private async discover(): Promise<Connection> {
    const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = this.settings;
    const isInsecure = OIDC_ISSUER!.startsWith('http:');
    // The settings allow http to this machine alone.
    const allowHttp = oidc.allowInsecureRequests;
    const found = await oidc.discovery(new URL(OIDC_ISSUER!), OIDC_CLIENT_ID!, undefined, oidc.None(), {
      timeout: TIMEOUT_SECONDS,
      execute: isInsecure ? [allowHttp] : [],
      [oidc.customFetch]: boundedFetch as oidc.CustomFetch,
    });
    const metadata = found.serverMetadata();
    const methods = metadata.token_endpoint_auth_methods_supported;
    const usesBasic = !methods || methods.includes('client_secret_basic');
    const config = new oidc.Configuration(
      metadata,
      OIDC_CLIENT_ID!,
      { client_secret: OIDC_CLIENT_SECRET!, [oidc.clockTolerance]: TOLERANCE_SECONDS },
      usesBasic ? oidc.ClientSecretBasic(OIDC_CLIENT_SECRET) : oidc.ClientSecretPost(OIDC_CLIENT_SECRET),
    );
    config.timeout = TIMEOUT_SECONDS;
    config[oidc.customFetch] = boundedFetch as oidc.CustomFetch;
    if (isInsecure) allowHttp(config);
    oidc.enableNonRepudiationChecks(config);
    const keys = createRemoteJWKSet(new URL(metadata.jwks_uri!), {
      timeoutDuration: TIMEOUT_SECONDS * 1_000,
      [joseFetch]: boundedFetch,
    });
    return { config, issuer: metadata.issuer, keys, readAt: performance.now() };
  }
}

function refuse(): never {
  throw providerUnavailable();
}
