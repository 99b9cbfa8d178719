import { Logger } from '@nestjs/common';
import { createRemoteJWKSet, customFetch as joseFetch, jwtVerify } from 'jose';
import * as oidc from 'openid-client';
import { type Claims, DomainError, notFound } from '#wasl/kernel';
import { boundedFetch } from './bounded-fetch.js';
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
  registration: OidcRegistration;
  readAt: number;
}

/** Our registration at a provider. */
export interface OidcRegistration {
  issuer: string;
  clientId: string;
  clientSecret: string;
  scope: string;
  /** absolute; where the provider sends the browser back */
  callbackUrl: string;
  /** absolute; where the provider sends the browser after it has ended its own session */
  signedOutUrl: string;
  /** whether claims are missing that the userinfo answer may have */
  needsUserInfo: (claims: Claims) => boolean;
}

/**
 * A client of one OpenID Connect provider: authorization code flow with PKCE, state, nonce and issuer checked. The
 * provider's metadata is read when it is first needed, not at start, so that a provider that is down stops nothing else.
 */
export class OidcClient {
  private readonly logger = new Logger('OidcClient');
  private connection?: Connection;
  private reading?: Promise<Connection>;
  private failedAt = -Infinity;

  /** @param registration null: not configured, and every call is refused */
  constructor(private readonly registration: OidcRegistration | null) {}

  get isConfigured(): boolean {
    return this.registration !== null;
  }

  /** The address of the provider's sign-in page. @param again whether the person must prove who they are once more */
  async authorizationUrl(checks: ExchangeChecks, again: boolean): Promise<string> {
    const { config, registration } = await this.connect();
    const parameters = {
      redirect_uri: registration.callbackUrl,
      scope: registration.scope,
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
    const { config, issuer, registration } = await this.connect();
    try {
      const tokens = await oidc.authorizationCodeGrant(
        config,
        new URL(`${registration.callbackUrl}?${query}`),
        {
          expectedState: checks.state,
          expectedNonce: checks.nonce,
          pkceCodeVerifier: checks.codeVerifier,
          idTokenExpected: true,
        },
      );
      const claims = tokens.claims()!;
      // Metadata for any tenant have a placeholder in the issuer; its subjects would not be unique.
      if (claims.iss !== issuer) throw new oidc.ClientError('the issuer is not the one of the settings');
      return { issuer, claims: await withUserInfo(config, registration, tokens.access_token, claims) };
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
    const { keys, issuer, registration } = await this.connect();
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience: registration.clientId,
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
    const { config, registration } = await this.connect();
    if (!config.serverMetadata().end_session_endpoint) return null;
    return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: registration.signedOutUrl }).href;
  }

  /** @throws not_found `route.not_found` without settings; unavailable `oidc.unavailable` */
  private async connect(): Promise<Connection> {
    const { registration } = this;
    if (!registration) throw notFound('route.not_found');
    const now = performance.now();
    if (this.connection && now - this.connection.readAt < METADATA_MS) return this.connection;
    if (now - this.failedAt < COOL_DOWN_MS) return this.connection ?? refuse();
    this.reading ??= discover(registration).finally(() => (this.reading = undefined));
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
}

async function withUserInfo(
  config: oidc.Configuration,
  { needsUserInfo }: OidcRegistration,
  accessToken: string,
  claims: oidc.IDToken,
): Promise<Claims> {
  if (!config.serverMetadata().userinfo_endpoint || !needsUserInfo(claims)) return claims;
  const info = await oidc.fetchUserInfo(config, accessToken, claims.sub);
  // What is signed has precedence.
  return { ...info, ...claims };
}

async function discover(registration: OidcRegistration): Promise<Connection> {
  const { issuer, clientId, clientSecret } = registration;
  const isInsecure = issuer.startsWith('http:');
  // The settings allow http to this machine alone.
  const allowHttp = oidc.allowInsecureRequests;
  const found = await oidc.discovery(new URL(issuer), clientId, undefined, oidc.None(), {
    timeout: TIMEOUT_SECONDS,
    execute: isInsecure ? [allowHttp] : [],
    [oidc.customFetch]: boundedFetch as oidc.CustomFetch,
  });
  const metadata = found.serverMetadata();
  const methods = metadata.token_endpoint_auth_methods_supported;
  const usesBasic = !methods || methods.includes('client_secret_basic');
  const config = new oidc.Configuration(
    metadata,
    clientId,
    { client_secret: clientSecret, [oidc.clockTolerance]: TOLERANCE_SECONDS },
    usesBasic ? oidc.ClientSecretBasic(clientSecret) : oidc.ClientSecretPost(clientSecret),
  );
  config.timeout = TIMEOUT_SECONDS;
  config[oidc.customFetch] = boundedFetch as oidc.CustomFetch;
  if (isInsecure) allowHttp(config);
  oidc.enableNonRepudiationChecks(config);
  const keys = createRemoteJWKSet(new URL(metadata.jwks_uri!), {
    timeoutDuration: TIMEOUT_SECONDS * 1_000,
    [joseFetch]: boundedFetch,
  });
  return { config, issuer: metadata.issuer, keys, registration, readAt: performance.now() };
}

function refuse(): never {
  throw providerUnavailable();
}
