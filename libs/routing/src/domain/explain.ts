import type { OfferReason } from '#wasl/contracts';
import { type Candidate, type CandidatePool, countRemaining, type AssignedAgents } from './candidates.js';
import type { WaitingWork } from './choose-agent.js';

/** The facts that decided, in order: first why this work was next, then why this agent. */
export function explainChoice(
  work: WaitingWork,
  kind: CandidatePool,
  chosen: Candidate,
  taken: AssignedAgents,
): OfferReason[] {
  return [
    ...urgencyReasons(work),
    ...agentReasons(work, kind, chosen),
    competitionReason(work, kind, chosen, taken),
  ];
}

function urgencyReasons(work: WaitingWork): OfferReason[] {
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

function agentReasons(
  work: WaitingWork,
  { stage, requirements }: CandidatePool,
  { agent, relaxationStep }: Candidate,
) {
  const reasons: OfferReason[] = [];
  if (agent.id === work.stickyAgentId)
    reasons.push({ code: 'sticky', params: { knows: work.stickyFor ?? 'ticket' } });
  if (work.interrupts && agent.freeUnits < work.units) reasons.push({ code: 'interrupts', params: {} });
  if (!agent.queueIds.has(work.queueId)) reasons.push({ code: 'overflow', params: { step: relaxationStep } });
  const first = requirements.stages[0]!;
  const now = requirements.stages[stage]!;
  for (const [skill, wished] of requirements.preferredSkills) {
    const level = agent.skills[skill] ?? 0;
    const required = now.required.get(skill);
    const before = first.required.get(skill);
    const codePrefix = skill === work.language ? 'language' : 'skill';
    if (required !== undefined && required === before)
      reasons.push({ code: codePrefix, params: { skill, level, required } });
    else if (before !== undefined) reasons.push({ code: `${codePrefix}_relaxed`, params: { skill, level } });
    else if (level >= wished) reasons.push({ code: 'preferred', params: { skill, level } });
  }
  return reasons;
}

function competitionReason(
  work: WaitingWork,
  kind: CandidatePool,
  chosen: Candidate,
  taken: AssignedAgents,
): OfferReason {
  const declined = [...new Set(work.declinedBy)].filter((id) => kind.byId.has(id) && !taken.has(id));
  const eligible = countRemaining(kind, taken) - declined.length;
  return eligible === 1
    ? { code: 'only_one', params: {} }
    : { code: 'idle', params: { seconds: Math.round(chosen.agent.idleSeconds), among: eligible } };
}
