import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, decodeJwt, type CryptoKey, type JWTPayload } from 'jose';
import Provider, { type Configuration } from 'oidc-provider';

export const CLIENT_ID = 'wasl-tests';
export const CLIENT_SECRET = 'a secret between provider and us';
const KEY_ID = 'signing';

/** An account at the provider: its subject and claims, and how its owner proved who they are. */
export interface ProviderPerson {
  sub: string;
  email?: string;
  email_verified?: boolean;
  name?: string;
  phone_number?: string;
  phone_number_verified?: boolean;
  national_id?: string;
  locale?: string;
  roles?: string[];
  amr?: string[];
}

/**
 * A certified OpenID Connect provider (`oidc-provider`) on the loopback interface. Its sign-in page lets in
 * {@link person} at once, or is a page with one button.
 */
export class IdentityProvider {
  readonly people = new Map<string, ProviderPerson>();
  /** who signs in next */
  person: ProviderPerson = { sub: 'nobody' };
  /** whether the sign-in page has to be answered */
  showsPage = false;
  /** refuses connections, or takes them and does not answer */
  fault: 'down' | 'hanging' | null = null;
  /** the endpoint for tokens alone is down */
  refusesTokens = false;
  requests = 0;
  /** changes the claims of the next ID tokens, which are then signed again */
  tamper: ((claims: JWTPayload) => JWTPayload) | null = null;
  private provider!: Provider;

  private constructor(
    private readonly server: Server,
    private readonly signingKey: CryptoKey,
  ) {}

  /** @param appUrl the public URL of the api, or of the portal for citizens */
  static async start(appUrl: string, more: Partial<Configuration> = {}): Promise<IdentityProvider> {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const idp = new IdentityProvider(server, privateKey);
    const jwk = { ...(await exportJWK(privateKey)), kid: KEY_ID, alg: 'RS256', use: 'sig' };
    idp.provider = idp.create(appUrl, jwk, more);
    const handle = idp.provider.callback();
    server.on('request', (request, response) => {
      idp.requests++;
      if (idp.fault === 'down' || (idp.refusesTokens && request.url === '/token')) request.socket.destroy();
      else if (idp.fault === null) void idp.answer(request, response, handle);
    });
    return idp;
  }

  get issuer(): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  /** Settings of the api that signs in here. */
  get settings(): Record<string, string> {
    return { OIDC_ISSUER: this.issuer, OIDC_CLIENT_ID: CLIENT_ID, OIDC_CLIENT_SECRET: CLIENT_SECRET };
  }

  /** Settings of the portal whose citizens sign in here. */
  get citizenSettings(): Record<string, string> {
    return {
      CITIZEN_OIDC_ISSUER: this.issuer,
      CITIZEN_OIDC_CLIENT_ID: CLIENT_ID,
      CITIZEN_OIDC_CLIENT_SECRET: CLIENT_SECRET,
    };
  }

  /** A logout token as the provider would sign it, with other claims where given; undefined leaves one out. */
  async logoutToken(
    claims: Record<string, unknown>,
    key: CryptoKey | Uint8Array = this.signingKey,
  ): Promise<string> {
    const now = Math.floor(Date.now() / 1_000);
    const all = {
      iss: this.issuer,
      aud: CLIENT_ID,
      iat: now,
      exp: now + 120,
      jti: crypto.randomUUID(),
      events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
      ...claims,
    };
    const payload = JSON.parse(JSON.stringify(all)) as JWTPayload;
    const alg = key instanceof Uint8Array ? 'HS256' : 'RS256';
    return new SignJWT(payload).setProtectedHeader({ alg, kid: KEY_ID, typ: 'logout+jwt' }).sign(key);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private create(appUrl: string, jwk: object, more: Partial<Configuration>): Provider {
    const callback = `${appUrl}/api/v1/session/oidc`;
    const provider = new Provider(this.issuer, {
      clients: [
        {
          client_id: CLIENT_ID,
          client_secret: CLIENT_SECRET,
          redirect_uris: [`${callback}/callback`, `${appUrl}/me/oidc/callback`],
          post_logout_redirect_uris: [`${appUrl}/`],
          backchannel_logout_uri: `${callback}/backchannel-logout`,
          backchannel_logout_session_required: true,
        },
      ],
      jwks: { keys: [jwk] },
      cookies: { keys: ['a key for cookies of the provider'] },
      claims: {
        openid: ['sub', 'amr', 'auth_time'],
        email: ['email', 'email_verified'],
        phone: ['phone_number', 'phone_number_verified'],
        profile: ['name', 'roles', 'locale', 'national_id'],
        sid: null,
      },
      pkce: { required: () => true },
      interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
      features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true } },
      findAccount: (_context, sub) => ({
        accountId: sub,
        claims: () => ({ ...this.people.get(sub), sub, amr: undefined }),
      }),
      loadExistingGrant: async (context) => {
        const grant = new context.oidc.provider.Grant({
          clientId: CLIENT_ID,
          accountId: context.oidc.session!.accountId,
        });
        grant.addOIDCScope('openid email profile phone');
        await grant.save();
        return grant;
      },
      // By default the provider sends no logout to addresses of this machine.
      fetch: (url, options) => fetch(url, { ...options, dispatcher: undefined } as RequestInit),
      ...more,
    });
    provider.use(async (context, next) => {
      await next();
      const body = context.body as { id_token?: string } | undefined;
      if (!this.tamper || context.path !== '/token' || !body?.id_token) return;
      body.id_token = await new SignJWT(this.tamper(decodeJwt(body.id_token)))
        .setProtectedHeader({ alg: 'RS256', kid: KEY_ID })
        .sign(this.signingKey);
    });
    return provider;
  }

  private async answer(
    request: IncomingMessage,
    response: ServerResponse,
    handle: ReturnType<Provider['callback']>,
  ): Promise<void> {
    if (!request.url!.startsWith('/interaction/')) return handle(request, response);
    if (this.showsPage && !request.url!.endsWith('?continue')) {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      const { pathname } = new URL(request.url!, this.issuer);
      response.end(
        `<!doctype html><title>Provider</title><a id="continue" href="${pathname}?continue">Continue</a>`,
      );
      return;
    }
    const { person } = this;
    this.people.set(person.sub, person);
    await this.provider.interactionFinished(request, response, {
      login: { accountId: person.sub, amr: person.amr ?? ['pwd'], remember: false },
    });
  }
}
