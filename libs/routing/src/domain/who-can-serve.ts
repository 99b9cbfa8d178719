import type { QueueRules } from './queue-rules.js';
import { requirementsOf, type Stage } from './requirements.js';

/** Somebody of ours, at work or not, as far as being able to serve goes. */
export interface Member {
  queueIds: ReadonlySet<string>;
  skills: Readonly<Record<string, number>>;
  entityId: string | null;
}

/** Why nobody can serve a queue: nobody is put to it, or nobody who is knows what it asks for. */
export type Unserved = 'no_agents' | 'no_skills';

/** @returns null when somebody can, at the latest after the last step */
export function whyUnserved(queueId: string, rules: QueueRules, members: Iterable<Member>): Unserved | null {
  const last = requirementsOf(queueId, rules, { language: null, skills: {} }).stages.at(-1)!;
  let put = false;
  for (const member of members) {
    if (!isPut(member, last)) continue;
    put = true;
    const able = [...last.required].every(([skill, level]) => (member.skills[skill] ?? 0) >= level);
    if (able) return null;
  }
  return put ? 'no_skills' : 'no_agents';
}

function isPut(member: Member, { queues, entities }: Stage): boolean {
  if (member.entityId && entities.has(member.entityId)) return true;
  return [...queues].some((queue) => member.queueIds.has(queue));
}
