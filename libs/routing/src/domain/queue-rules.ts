/** A skill that a queue asks for. */
export interface SkillRule {
  skill: string;
  /** 1–5: the least that will do when required, what is wished for when preferred */
  level: number;
  need: 'required' | 'preferred';
}

/** How much the language of the requester matters. Relaxing goes from left to right. */
export const LANGUAGE_NEEDS = ['required', 'preferred', 'ignored'] as const;
export type LanguageNeed = (typeof LANGUAGE_NEEDS)[number];

/** What is asked for less, and who may serve as well, once work has waited so long. Steps add up. */
export interface RelaxStep {
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
  /** in order of their time */
  steps: readonly RelaxStep[];
  sticky: {
    /** the agent who knows the matter goes before all others for so long */
    preferSeconds: number;
    /** nobody else is asked for so long, as long as that agent is at work; 0 never makes anybody wait */
    holdSeconds: number;
  };
  limits: {
    /** most work of this queue in one agent's hands, offers included */
    perAgent: number | null;
    /** most work of this queue in all hands together */
    total: number | null;
  };
}

/** The rules of a round: of each queue, and of those that have none of their own. */
export interface RoundRules {
  queues: ReadonlyMap<string, QueueRules>;
  defaults: QueueRules;
}

/** The requester's language is asked for, for two minutes; who knows the matter goes first for one. */
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
