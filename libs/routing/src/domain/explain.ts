import type { OfferReason } from '#wasl/contracts';
import { type Candidate, type Kind, leftIn, type Taken } from './candidates.js';
import type { WaitingWork } from './choose-agent.js';

/** The facts that decided, in the order in which they did: first why this work was next, then why this agent. */
export function explain(work: WaitingWork, kind: Kind, chosen: Candidate, taken: Taken): OfferReason[] {
  return [...whyNow(work), ...whyThisAgent(work, kind, chosen), among(work, kind, chosen, taken)];
}

function whyNow(work: WaitingWork): OfferReason[] {
  const reasons: OfferReason[] = [{ code: 'priority', params: { priority: work.priority } }];
  if (work.vulnerable) reasons.push({ code: 'vulnerable', params: {} });
  if (work.vip) reasons.push({ code: 'vip', params: {} });
  if (work.dueInSeconds != null) {
    const seconds = Math.round(work.dueInSeconds);
    reasons.push(
      seconds < 0
        ? { code: 'overdue', params: { seconds: -seconds } }
        : { code: 'promise', params: { seconds } },
    );
  }
  reasons.push({ code: 'waited', params: { seconds: Math.round(work.waitedSeconds) } });
  return reasons;
}

function whyThisAgent(work: WaitingWork, { stage, requirements }: Kind, { agent, reach }: Candidate) {
  const reasons: OfferReason[] = [];
  if (agent.id === work.stickyAgentId)
    reasons.push({ code: 'sticky', params: { knows: work.stickyFor ?? 'ticket' } });
  if (work.interrupts && agent.freeUnits < work.units) reasons.push({ code: 'interrupts', params: {} });
  if (!agent.queueIds.has(work.queueId)) reasons.push({ code: 'overflow', params: { step: reach } });
  const first = requirements.stages[0]!;
  const now = requirements.stages[stage]!;
  for (const [skill, wished] of requirements.wishes) {
    const level = agent.skills[skill] ?? 0;
    const required = now.required.get(skill);
    const before = first.required.get(skill);
    const word = skill === work.language ? 'language' : 'skill';
    if (required !== undefined && required === before)
      reasons.push({ code: word, params: { skill, level, required } });
    else if (before !== undefined) reasons.push({ code: `${word}_relaxed`, params: { skill, level } });
    else if (level >= wished) reasons.push({ code: 'preferred', params: { skill, level } });
  }
  return reasons;
}

function among(work: WaitingWork, kind: Kind, chosen: Candidate, taken: Taken): OfferReason {
  const declined = [...new Set(work.declinedBy)].filter((id) => kind.byId.has(id) && !taken.has(id));
  const eligible = leftIn(kind, taken) - declined.length;
  return eligible === 1
    ? { code: 'only_one', params: {} }
    : { code: 'idle', params: { seconds: Math.round(chosen.agent.idleSeconds), among: eligible } };
}
