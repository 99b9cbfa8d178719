import { isInReaderGroups } from '#wasl/kernel';
import type { QueueRules } from './queue-rules.js';
import { requirementsOf, type RelaxationStage } from './requirements.js';

/** The queues and skills of an agent, at work or not. */
export interface AgentSkillSet {
  queueIds: ReadonlySet<string>;
  skills: Readonly<Record<string, number>>;
  entityId: string | null;
  groups: readonly string[];
}

/**
 * Why nobody can serve a queue: no agent is assigned to it, none of them has the required skills, or none of those who
 * have is in the groups that read one of its restricted services.
 */
export const UNSERVED_REASONS = ['no_agents', 'no_skills', 'no_readers'] as const;
export type UnservedReason = (typeof UNSERVED_REASONS)[number];

/**
 * @param restricted the groups of each restricted service of the queue
 * @returns null when agents can serve all of it, at the latest after the last relaxation step
 */
export function unservedReason(
  queueId: string,
  rules: QueueRules,
  members: Iterable<AgentSkillSet>,
  restricted: readonly (readonly string[])[] = [],
): UnservedReason | null {
  const last = requirementsOf(queueId, rules, { language: null, skills: {} }).stages.at(-1)!;
  let hasAgents = false;
  const able: AgentSkillSet[] = [];
  for (const member of members) {
    if (!belongsToStage(member, last)) continue;
    hasAgents = true;
    const hasSkills = [...last.required].every(([skill, level]) => (member.skills[skill] ?? 0) >= level);
    if (hasSkills) able.push(member);
  }
  if (able.length === 0) return hasAgents ? 'no_skills' : 'no_agents';
  const isRead = (groups: readonly string[]) =>
    able.some((member) => isInReaderGroups(member.groups, groups));
  return restricted.every(isRead) ? null : 'no_readers';
}

function belongsToStage(member: AgentSkillSet, { queues, entities }: RelaxationStage): boolean {
  if (member.entityId && entities.has(member.entityId)) return true;
  return [...queues].some((queue) => member.queueIds.has(queue));
}
