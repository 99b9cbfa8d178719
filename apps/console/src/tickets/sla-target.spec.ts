import type { TicketSlaTarget } from '../api/types.js';
import { estimatedSlaTarget, openSlaTargets } from './sla-target.js';

const at = (time: string) => Date.parse(`2026-01-01T${time}Z`);

describe('openPromises', () => {
  const promise = (given: Partial<TicketSlaTarget>): TicketSlaTarget => ({
    clock: 'resolution',
    state: 'running',
    pausedFor: null,
    startedAt: '2026-01-01T08:00:00.000Z',
    atRiskAt: '2026-01-01T16:00:00.000Z',
    dueAt: '2026-01-01T18:00:00.000Z',
    endedAt: null,
    ...given,
  });

  it.each([
    ['15:59:59', 'kept'],
    ['16:00:00', 'risk'],
    ['18:00:00', 'broken'],
  ])('recomputes at %s that an older target is %s', (time, state) => {
    expect(openSlaTargets([promise({})], at(time))).toMatchObject([{ state }]);
  });

  it('sorts the most urgent first and paused ones last, with the reason', () => {
    const shown = openSlaTargets(
      [
        promise({ state: 'paused', pausedFor: 'requester', dueAt: '2026-01-01T09:00:00.000Z' }),
        promise({ clock: 'update', dueAt: '2026-01-01T12:00:00.000Z' }),
        promise({ clock: 'next_response', dueAt: '2026-01-01T10:00:00.000Z' }),
        promise({ clock: 'first_response', state: 'met', endedAt: '2026-01-01T08:30:00.000Z' }),
      ],
      at('09:30:00'),
    );
    expect(shown.map(({ clock, state }) => `${clock} ${state}`)).toEqual([
      'next_response kept',
      'update kept',
      'resolution paused',
    ]);
    expect(shown[2]).toMatchObject({ pausedFor: 'requester' });
  });

  it('does not report a paused target as broken, even past its due time', () => {
    expect(openSlaTargets([promise({ state: 'paused', pausedFor: 'entity' })], at('23:00:00'))).toMatchObject(
      [{ state: 'paused' }],
    );
  });
});

describe('guessedPromise', () => {
  const ticket = {
    status: 'new' as const,
    pendingOn: null,
    createdAt: '2026-01-01T08:00:00Z',
    firstResponseDueAt: '2026-01-01T09:00:00Z',
    resolutionDueAt: '2026-01-01T18:00:00Z',
  };

  it.each([
    ['08:30:00', 'kept'],
    ['08:50:00', 'risk'],
    ['09:00:00', 'broken'],
  ])('estimates at %s that the first response is %s', (time, state) => {
    expect(estimatedSlaTarget(ticket, at(time))).toMatchObject({ clock: 'first_response', state });
  });

  it('uses the resolution clock once work has begun, and pauses while pending', () => {
    expect(estimatedSlaTarget({ ...ticket, status: 'open' }, at('08:30:00'))).toMatchObject({
      clock: 'resolution',
      state: 'kept',
    });
    expect(
      estimatedSlaTarget({ ...ticket, status: 'pending', pendingOn: 'requester' }, at('19:00:00')),
    ).toMatchObject({ state: 'paused', pausedFor: 'requester' });
  });

  it('is undefined for settled tickets and tickets without a target', () => {
    expect(estimatedSlaTarget({ ...ticket, status: 'resolved' }, at('19:00:00'))).toBeUndefined();
    expect(
      estimatedSlaTarget({ ...ticket, firstResponseDueAt: null, resolutionDueAt: null }, at('08:00:00')),
    ).toBeUndefined();
  });
});
