import { type OpenWork, planWork, type WorkNeed } from './plan-work.js';

const need = (given: Partial<WorkNeed> = {}): WorkNeed => ({
  status: 'open',
  queueId: 'q',
  assigneeId: null,
  ownerIsOffline: false,
  assignedNow: false,
  isClosedToOwner: false,
  ...given,
});
const open = (given: Partial<OpenWork> = {}): OpenWork => ({
  state: 'waiting',
  queueId: 'q',
  agentId: null,
  ...given,
});

describe("the plan for a ticket's work", () => {
  it.each(['pending', 'resolved', 'closed'] as const)(
    'should be finished when the ticket is %s',
    (status) => {
      expect(planWork(need({ status }), open())).toEqual({ do: 'finish' });
      expect(planWork(need({ status }), null)).toEqual({ do: 'nothing' });
    },
  );

  it('should wait when nobody owns the ticket', () => {
    expect(planWork(need(), null)).toEqual({ do: 'wait', stickyAgentId: null });
    expect(planWork(need(), open())).toEqual({ do: 'nothing' });
    expect(planWork(need(), open({ state: 'offered', agentId: 'a' }))).toEqual({ do: 'nothing' });
    expect(planWork(need(), open({ state: 'assigned', agentId: 'a' }))).toEqual({
      do: 'wait',
      stickyAgentId: null,
    });
  });

  it('should wait in the new queue after a transfer, even when it was being offered', () => {
    expect(planWork(need({ queueId: 'other' }), open({ state: 'offered', agentId: 'a' }))).toEqual({
      do: 'wait',
      stickyAgentId: null,
    });
  });

  it('should be assigned to the owner', () => {
    expect(planWork(need({ assigneeId: 'a' }), open())).toEqual({ do: 'assign', agentId: 'a' });
    expect(planWork(need({ assigneeId: 'a' }), open({ state: 'assigned', agentId: 'a' }))).toEqual({
      do: 'nothing',
    });
    expect(planWork(need({ assigneeId: 'a' }), open({ state: 'assigned', agentId: 'b' }))).toEqual({
      do: 'assign',
      agentId: 'a',
    });
  });

  it('should wait for another agent when the owner is not at work, and prefer the owner', () => {
    expect(planWork(need({ assigneeId: 'a', ownerIsOffline: true }), null)).toEqual({
      do: 'wait',
      stickyAgentId: 'a',
    });
  });

  it('should stay with an owner who goes offline, and go to an owner chosen just now', () => {
    const held = open({ state: 'assigned', agentId: 'a' });
    expect(planWork(need({ assigneeId: 'a', ownerIsOffline: true }), held)).toEqual({ do: 'nothing' });
    expect(planWork(need({ assigneeId: 'a', ownerIsOffline: true, assignedNow: true }), open())).toEqual({
      do: 'assign',
      agentId: 'a',
    });
  });

  it('should wait for others when the ticket is closed to its owner, who is not preferred', () => {
    const closed = need({ assigneeId: 'a', isClosedToOwner: true });
    const waits = { do: 'wait', stickyAgentId: null };
    expect(planWork(closed, open({ state: 'assigned', agentId: 'a' }))).toEqual(waits);
    expect(planWork(closed, null)).toEqual(waits);
  });
});
