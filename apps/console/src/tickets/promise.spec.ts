import { promiseOf } from './promise.js';

const ticket = {
  status: 'new' as const,
  createdAt: '2026-01-01T08:00:00Z',
  firstResponseDueAt: '2026-01-01T09:00:00Z',
  resolutionDueAt: '2026-01-01T18:00:00Z',
};
const at = (time: string) => Date.parse(`2026-01-01T${time}Z`);

describe('promiseOf', () => {
  it.each([
    ['08:30:00', 'kept'],
    ['08:50:00', 'risk'],
    ['09:00:00', 'broken'],
  ])('says at %s that the first response is %s', (time, state) => {
    expect(promiseOf(ticket, at(time))).toMatchObject({ clock: 'response', state });
  });

  it('turns to the resolution once work has begun, and pauses while pending', () => {
    expect(promiseOf({ ...ticket, status: 'open' }, at('08:30:00'))).toMatchObject({
      clock: 'resolution',
      state: 'kept',
    });
    expect(promiseOf({ ...ticket, status: 'pending' }, at('19:00:00'))).toMatchObject({ state: 'paused' });
  });

  it('has nothing to say about what is settled or was never promised', () => {
    expect(promiseOf({ ...ticket, status: 'resolved' }, at('19:00:00'))).toBeUndefined();
    expect(
      promiseOf({ ...ticket, firstResponseDueAt: null, resolutionDueAt: null }, at('08:00:00')),
    ).toBeUndefined();
  });
});
