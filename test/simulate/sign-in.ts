import { expectStatus, Http } from './http.js';

export interface SignedIn {
  id: string;
  name: string;
  cookie: string;
  /** HTTP client with this person's session */
  http: Http;
}

/** Signs in with email and password. */
export async function signIn(api: string, email: string, password: string): Promise<SignedIn> {
  const answer = await new Http(api).post<{ user: { id: string; name: string } }>('/api/v1/session', {
    json: { email, password },
  });
  const { user } = expectStatus(answer, 200, `sign-in of ${email}`).body;
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return { ...user, cookie, http: new Http(api, { cookie }) };
}
