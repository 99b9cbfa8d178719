import { describe, expect, it } from '@jest/globals';
import { isForeignOrigin, isForeignWrite } from './same-site.js';

const OWN = 'https://desk.example';
const SESSION = 'wasl_session=x';
const write = (headers: Record<string, string>, method = 'POST') =>
  isForeignWrite({ method, headers: { host: 'desk.example', ...headers } }, OWN);

describe('a write of another site', () => {
  it.each([
    ['ours', { origin: OWN }, false],
    ['another site', { origin: 'https://evil.example' }, true],
    ['another host of ours', { origin: 'https://other.desk.example' }, true],
    ['another port', { origin: 'https://desk.example:8443' }, true],
    ['our host without TLS', { origin: 'http://desk.example' }, true],
    ['a sandboxed frame', { origin: 'null' }, true],
    ['nonsense', { origin: 'x' }, true],
    ['an empty one', { origin: '' }, false],
    ['cross-site without Origin', { 'sec-fetch-site': 'cross-site' }, true],
    ['same-site without Origin', { 'sec-fetch-site': 'same-site' }, true],
    ['same-origin without Origin', { 'sec-fetch-site': 'same-origin' }, false],
    ['typed by a person', { 'sec-fetch-site': 'none' }, false],
    ['cross-site that claims our Origin', { origin: OWN, 'sec-fetch-site': 'cross-site' }, true],
    ['Referer of another site', { referer: 'https://evil.example/page' }, true],
    ['Referer of ours', { referer: `${OWN}/tickets` }, false],
    ['broken Referer', { referer: 'x' }, true],
    ['a program', {}, false],
    ['a program with a session', { cookie: SESSION, 'content-type': 'application/json' }, false],
    ['a form with a session that says nothing', { cookie: SESSION, 'content-type': 'text/plain' }, true],
    [
      'an encoded form with a session',
      { cookie: SESSION, 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
      true,
    ],
    [
      'an upload with a session',
      { cookie: SESSION, 'content-type': 'multipart/form-data; boundary=x' },
      false,
    ],
    ['a token without a cookie', { authorization: 'Bearer x', origin: 'https://evil.example' }, false],
    [
      'a token beside a cookie',
      { authorization: 'Bearer x', origin: 'https://evil.example', cookie: SESSION },
      true,
    ],
  ] as [string, Record<string, string>, boolean][])('%s', (_, headers, foreign) => {
    expect(write(headers)).toBe(foreign);
  });

  it.each(['PUT', 'PATCH', 'DELETE', 'POST', 'LINK'])('should be seen by %s', (method) => {
    expect(write({ origin: 'https://evil.example' }, method)).toBe(true);
  });

  it.each(['GET', 'HEAD', 'OPTIONS'])('should not be seen in %s', (method) => {
    expect(write({ origin: 'https://evil.example' }, method)).toBe(false);
  });

  it('should let a host through under which the server is reached inside', () => {
    expect(isForeignOrigin('http://10.0.0.5:3000', '10.0.0.5:3000', [OWN])).toBe(false);
  });
});
