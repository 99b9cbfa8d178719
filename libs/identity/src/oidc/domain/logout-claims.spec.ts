import { logoutTarget } from './logout-claims.js';

const EVENTS = { 'http://schemas.openid.net/event/backchannel-logout': {} };

describe('claims of a logout token', () => {
  it('should name a session, a person, or both', () => {
    expect(logoutTarget({ jti: 'a', sid: 'b', events: EVENTS })).toEqual({
      tokenId: 'a',
      sid: 'b',
      subject: null,
    });
    expect(logoutTarget({ jti: 'a', sub: 'c', events: EVENTS })).toEqual({
      tokenId: 'a',
      sid: null,
      subject: 'c',
    });
    expect(logoutTarget({ jti: 'a', sub: 'c', sid: 'b', events: EVENTS })).toEqual({
      tokenId: 'a',
      sid: 'b',
      subject: 'c',
    });
  });

  it.each<[string, object]>([
    ['nobody', { jti: 'a', events: EVENTS }],
    ['an empty session', { jti: 'a', sid: '', events: EVENTS }],
    ['a session that is no text beside a person', { jti: 'a', sub: 'c', sid: 5, events: EVENTS }],
    ['a nonce', { jti: 'a', sid: 'b', nonce: undefined, events: EVENTS }],
    ['no id', { sid: 'b', events: EVENTS }],
    ['no events', { jti: 'a', sid: 'b' }],
    ['a list of events', { jti: 'a', sid: 'b', events: Object.keys(EVENTS) }],
    ['an event without a content', { jti: 'a', sid: 'b', events: { [Object.keys(EVENTS)[0]!]: true } }],
    ['events that only inherit', { jti: 'a', sid: 'b', events: Object.create(EVENTS) as object }],
  ])('should be refused with %s', (_, claims) => {
    expect(logoutTarget(claims as Record<string, unknown>)).toBeNull();
  });
});
