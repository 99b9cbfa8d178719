import type { OfferReason, Priority } from '#wasl/contracts';

/** Work that waits, as far as choosing an agent goes. */
export interface WaitingWork {
  id: string;
  queueId: string;
  units: number;
  priority: Priority;
  /** key of a language skill, or null when it does not matter */
  language: string | null;
  /** further skills that the queue asks for, with the least level */
  skills: Readonly<Record<string, number>>;
  waitedSeconds: number;
  stickyAgentId: string | null;
  declinedBy: readonly string[];
}

/** An agent who is available. */
export interface FreeAgent {
  id: string;
  queueIds: ReadonlySet<string>;
  /** level by skill key, 1–5 */
  skills: Readonly<Record<string, number>>;
  freeUnits: number;
  idleSeconds: number;
}

/** Requirements relax as work waits; each step is declared here and nowhere else. */
export interface RoutingRules {
  /** the agent who knows the matter is preferred for so long, and waited for while it costs no more than this */
  stickySeconds: number;
  /** after this wait the language becomes a preference */
  languageRelaxedAfterSeconds: number;
}
export const DEFAULT_RULES: RoutingRules = { stickySeconds: 60, languageRelaxedAfterSeconds: 120 };

export interface Choice {
  agentId: string;
  why: OfferReason[];
}

/** What work asks for after its wait. */
export function requirementsOf(work: WaitingWork, rules: RoutingRules): Record<string, number> {
  const languageHolds = work.language !== null && work.waitedSeconds < rules.languageRelaxedAfterSeconds;
  return languageHolds ? { ...work.skills, [work.language!]: 1 } : { ...work.skills };
}

function isEligible(agent: FreeAgent, work: WaitingWork, requirements: Record<string, number>): boolean {
  return (
    agent.freeUnits >= work.units &&
    agent.queueIds.has(work.queueId) &&
    !work.declinedBy.includes(agent.id) &&
    Object.entries(requirements).every(([skill, level]) => (agent.skills[skill] ?? 0) >= level)
  );
}

/** How well an agent suits work: the levels of all that it asks for, the language included even when relaxed. */
function fit(agent: FreeAgent, work: WaitingWork): number {
  const asked = [...Object.keys(work.skills), ...(work.language ? [work.language] : [])];
  return asked.reduce((sum, skill) => sum + (agent.skills[skill] ?? 0), 0);
}

/**
 * Chooses the agent for one piece of work, and says why. Among those eligible: the one who knows the matter (within
 * the sticky time), then the best fit, then the longest idle, then the lowest id, so that the same inputs always give
 * the same choice.
 * @returns null when nobody is eligible
 */
export function chooseAgent(
  work: WaitingWork,
  agents: Iterable<FreeAgent>,
  rules: RoutingRules = DEFAULT_RULES,
): Choice | null {
  const requirements = requirementsOf(work, rules);
  const sticky = work.waitedSeconds <= rules.stickySeconds ? work.stickyAgentId : null;
  let best: FreeAgent | null = null;
  let bestFit = -1;
  let eligible = 0;
  for (const agent of agents) {
    if (!isEligible(agent, work, requirements)) continue;
    eligible++;
    const suits = fit(agent, work);
    if (best === null || isBetter(agent, suits, best, bestFit, sticky)) {
      best = agent;
      bestFit = suits;
    }
  }
  return best && { agentId: best.id, why: explain(work, best, requirements, eligible, best.id === sticky) };
}

function isBetter(a: FreeAgent, aFit: number, b: FreeAgent, bFit: number, sticky: string | null): boolean {
  if (a.id === sticky || b.id === sticky) return a.id === sticky;
  if (aFit !== bFit) return aFit > bFit;
  if (a.idleSeconds !== b.idleSeconds) return a.idleSeconds > b.idleSeconds;
  return a.id < b.id;
}

function explain(
  work: WaitingWork,
  agent: FreeAgent,
  requirements: Record<string, number>,
  eligible: number,
  sticky: boolean,
): OfferReason[] {
  const reasons: OfferReason[] = [
    { code: 'priority', params: { priority: work.priority } },
    { code: 'waited', params: { seconds: Math.round(work.waitedSeconds) } },
  ];
  if (sticky) reasons.push({ code: 'sticky', params: {} });
  for (const [skill, level] of Object.entries(requirements)) {
    const code = skill === work.language ? 'language' : 'skill';
    reasons.push({ code, params: { skill, level: agent.skills[skill] ?? 0, required: level } });
  }
  if (work.language !== null && !(work.language in requirements)) {
    reasons.push({
      code: 'language_relaxed',
      params: { skill: work.language, level: agent.skills[work.language] ?? 0 },
    });
  }
  if (eligible === 1) reasons.push({ code: 'only_one', params: {} });
  else reasons.push({ code: 'idle', params: { seconds: Math.round(agent.idleSeconds), among: eligible } });
  return reasons;
}
