/** A skill that a queue requires or prefers. */
export interface SkillRule {
  skill: string;
  /** 1–5: the minimum when required, the desired level when preferred */
  level: number;
  need: 'required' | 'preferred';
}

/** How much the requester's language matters. Relaxation goes from left to right. */
export const LANGUAGE_NEEDS = ['required', 'preferred', 'ignored'] as const;
export type LanguageNeed = (typeof LANGUAGE_NEEDS)[number];

/** How requirements are relaxed, and who may serve in addition, after a waiting time. Steps accumulate. */
export interface RelaxationStep {
  afterSeconds: number;
  /** lower levels of required skills; 0 no longer requires the skill, but still prefers it */
  levels?: Readonly<Record<string, number>>;
  language?: LanguageNeed;
  /** agents who serve these queues may take it too */
  queues?: readonly string[];
  /** agents of these entities may take it too, whatever they serve */
  entities?: readonly string[];
}

/** How one queue is routed. Queues, skills and entities are named as the caller names them in work and agents. */
export interface QueueRules {
  skills: readonly SkillRule[];
  language: { need: LanguageNeed; level: number };
  /** ordered by time */
  steps: readonly RelaxationStep[];
  sticky: {
    /** for this long the sticky agent goes before all others */
    preferSeconds: number;
    /** for this long only the sticky agent is asked, while at work; 0 never makes work wait */
    holdSeconds: number;
  };
  limits: {
    /** maximum work items of this queue per agent, offers included */
    perAgent: number | null;
    /** maximum assigned work items of this queue in total */
    total: number | null;
  };
}

/** The rules of a round: by queue, and for queues without rules of their own. */
export interface RoundRules {
  queues: ReadonlyMap<string, QueueRules>;
  defaults: QueueRules;
}

/** The requester's language is required for two minutes; the sticky agent goes first for one. */
export const DEFAULT_QUEUE_RULES: QueueRules = {
  skills: [],
  language: { need: 'required', level: 1 },
  steps: [{ afterSeconds: 120, language: 'preferred' }],
  sticky: { preferSeconds: 60, holdSeconds: 0 },
  limits: { perAgent: null, total: null },
};

export const DEFAULT_ROUND_RULES: RoundRules = { queues: new Map(), defaults: DEFAULT_QUEUE_RULES };

export const rulesOf = (rules: RoundRules, queueId: string): QueueRules =>
  rules.queues.get(queueId) ?? rules.defaults;
