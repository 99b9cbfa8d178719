import type { QueueRules } from './queue-rules.js';
import { requirementsOf, type RelaxationStage } from './requirements.js';

/** The queues and skills of an agent, at work or not. */
export interface AgentSkillSet {
  queueIds: ReadonlySet<string>;
  skills: Readonly<Record<string, number>>;
  entityId: string | null;
}

/** Why nobody can serve a queue: no agent is assigned to it, or none of them has the required skills. */
export type UnservedReason = 'no_agents' | 'no_skills';

/** @returns null when an agent can, at the latest after the last relaxation step */
export function unservedReason(
  queueId: string,
  rules: QueueRules,
  members: Iterable<AgentSkillSet>,
): UnservedReason | null {
  const last = requirementsOf(queueId, rules, { language: null, skills: {} }).stages.at(-1)!;
  let hasAgents = false;
  for (const member of members) {
    if (!belongsToStage(member, last)) continue;
    hasAgents = true;
    const hasSkills = [...last.required].every(([skill, level]) => (member.skills[skill] ?? 0) >= level);
    if (hasSkills) return null;
  }
  return hasAgents ? 'no_skills' : 'no_agents';
}

function belongsToStage(member: AgentSkillSet, { queues, entities }: RelaxationStage): boolean {
  if (member.entityId && entities.has(member.entityId)) return true;
  return [...queues].some((queue) => member.queueIds.has(queue));
}
