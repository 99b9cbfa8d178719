/** A browser as far as a sign-in needs one: it keeps cookies of each origin and follows redirects between them. */
export class SignInBrowser {
  private readonly cookies = new Map<string, Map<string, string>>();

  constructor(
    /** the public URL of the api or the portal */
    readonly url: string,
    private readonly callback = '/api/v1/session/oidc/callback',
  ) {}

  /** Follows redirects from our begin to our callback. @returns the callback's URL, which is not called */
  async goToProvider(path = '/api/v1/session/oidc'): Promise<string> {
    let next = `${this.url}${path}`;
    for (let hops = 0; hops < 15; hops++) {
      const response = await this.request(next);
      const location = response.headers.get('location');
      if (!location) throw new Error(`${new URL(next).pathname} answered ${response.status}`);
      next = new URL(location, next).href;
      if (next.startsWith(`${this.url}${this.callback}`)) return next;
    }
    throw new Error('too many redirects');
  }

  /** The whole sign-in. @returns the answer of the callback */
  async signIn(path?: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.request(await this.goToProvider(path), { headers });
  }

  async request(url: string, options: RequestInit = {}): Promise<Response> {
    const { origin } = new URL(url);
    const jar = this.cookies.get(origin) ?? new Map<string, string>();
    this.cookies.set(origin, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      redirect: 'manual',
      ...options,
      headers: { ...(cookie && { cookie }), ...(options.headers as Record<string, string>) },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name!);
      else jar.set(name!, value!);
    }
    return response;
  }

  /** Drops the cookies of an origin. */
  forget(origin: string): void {
    this.cookies.delete(origin);
  }

  /** A cookie of ours, as it is sent; undefined without one. */
  cookie(name: string): string | undefined {
    const value = this.cookies.get(this.url)?.get(name);
    return value && `${name}=${value}`;
  }
}
