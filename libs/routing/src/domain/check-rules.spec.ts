import { checkRules, type RuleReferences } from './check-rules.js';
import {
  compileRules,
  type ConfiguredRelaxationStep,
  DEFAULT_ROUTING,
  DEFAULT_SETTINGS,
  type QueueSettings,
  type RoutingRules,
} from './routing-rules.js';
import { unservedReason } from './unserved-reason.js';

const world: RuleReferences = {
  queues: new Map([
    ['general', 'main'],
    ['billing', 'main'],
    ['technical', 'tech'],
  ]),
  skills: new Set(['ar', 'en', 'tax']),
  entities: new Set(['water']),
  calendars: new Set(['office']),
  bestLevels: new Map([
    ['tax', 3],
    ['ar', 5],
  ]),
};
const settings = (given: Partial<QueueSettings>): QueueSettings => ({ ...DEFAULT_SETTINGS, ...given });
const rules = (
  queues: Record<string, Partial<QueueSettings>>,
  given: Partial<RoutingRules> = {},
): RoutingRules => ({
  ...DEFAULT_ROUTING,
  ...given,
  queues: Object.fromEntries(Object.entries(queues).map(([key, one]) => [key, settings(one)])),
});
const faults = (given: RoutingRules) => checkRules(given, world).map(({ path, code }) => `${path}: ${code}`);
const ofGeneral = (given: Partial<QueueSettings>) => faults(rules({ general: given }));
const steps = (...given: ConfiguredRelaxationStep[]) => ({ steps: given });

describe('rules of routing', () => {
  it('should accept the defaults, and a full set of rules', () => {
    expect(faults(DEFAULT_ROUTING)).toEqual([]);
    expect(
      ofGeneral({
        skills: [
          { skill: 'tax', level: 3, need: 'required' },
          { skill: 'en', level: 5, need: 'preferred' },
        ],
        steps: [
          { afterSeconds: 30, levels: { tax: 1 } },
          { afterSeconds: 60, language: 'preferred', queues: ['billing'], entities: ['water'] },
          { afterSeconds: 90, levels: { tax: 0 }, pools: ['tech'] },
        ],
        hours: { calendar: 'office', calls: 'reject' },
        limits: { perAgent: 1, total: 10 },
        reassign: { offlineSeconds: 600, silentSeconds: 3_600 },
      }),
    ).toEqual([]);
  });

  it('should reject unknown names', () => {
    expect(faults(rules({ nowhere: {} }))).toEqual(['queues.nowhere: queue_unknown']);
    expect(ofGeneral({ skills: [{ skill: 'magic', level: 1, need: 'required' }] })).toEqual([
      'queues.general.skills.0.skill: skill_unknown',
    ]);
    expect(ofGeneral(steps({ afterSeconds: 1, queues: ['x'], pools: ['y'], entities: ['z'] }))).toEqual([
      'queues.general.steps.0.queues.0: queue_unknown',
      'queues.general.steps.0.pools.0: pool_unknown',
      'queues.general.steps.0.entities.0: entity_unknown',
    ]);
    expect(ofGeneral({ hours: { calendar: 'moon', calls: 'callback' } })).toEqual([
      'queues.general.hours.calendar: calendar_unknown',
    ]);
  });

  it('should reject skill levels that no agent has, and levels that do not exist', () => {
    expect(
      checkRules(rules({ general: { skills: [{ skill: 'tax', level: 4, need: 'required' }] } }), world),
    ).toEqual([
      {
        path: 'queues.general.skills.0.level',
        code: 'skill_nobody_has',
        params: { skill: 'tax', level: 4, best: 3 },
      },
    ]);
    expect(ofGeneral({ skills: [{ skill: 'tax', level: 9, need: 'required' }] })).toEqual([
      'queues.general.skills.0.level: level_range',
    ]);
    expect(ofGeneral({ skills: [{ skill: 'tax', level: 5, need: 'preferred' }] })).toEqual([]);
  });

  it('should reject steps that require more, come too early, or have negative times', () => {
    const tax: Partial<QueueSettings> = { skills: [{ skill: 'tax', level: 3, need: 'required' }] };
    expect(ofGeneral({ ...tax, ...steps({ afterSeconds: 5, levels: { tax: 4 } }) })).toEqual([
      'queues.general.steps.0.levels.tax: asks_for_more',
    ]);
    expect(ofGeneral(steps({ afterSeconds: 5, levels: { en: 1 } }))).toEqual([
      'queues.general.steps.0.levels.en: skill_not_asked',
    ]);
    expect(
      ofGeneral(steps({ afterSeconds: 5, language: 'ignored' }, { afterSeconds: 5, language: 'preferred' })),
    ).toEqual([
      'queues.general.steps.1.afterSeconds: steps_order',
      'queues.general.steps.1.language: asks_for_more',
    ]);
    expect(ofGeneral(steps({ afterSeconds: -1 }))).toEqual([
      'queues.general.steps.0.afterSeconds: negative_time',
    ]);
    expect(ofGeneral({ sticky: { preferSeconds: -1, holdSeconds: NaN } })).toEqual([
      'queues.general.sticky.preferSeconds: negative_time',
      'queues.general.sticky.holdSeconds: negative_time',
    ]);
  });

  it('should reject overflow in a cycle and name it, also through pools', () => {
    const helps = (queue: string) => steps({ afterSeconds: 9, queues: [queue] });
    expect(checkRules(rules({ general: helps('billing'), billing: helps('general') }), world)).toEqual([
      {
        path: 'queues.general.steps',
        code: 'overflow_cycle',
        params: { circle: 'general → billing → general' },
      },
    ]);
    expect(ofGeneral(helps('general'))).toEqual(['queues.general.steps: overflow_cycle']);
    const byPool = steps({ afterSeconds: 9, pools: ['main'] });
    expect(faults(rules({ technical: byPool, billing: helps('technical') }))).toEqual([
      'queues.billing.steps: overflow_cycle',
    ]);
    expect(faults(rules({ technical: byPool }))).toEqual([]);
  });

  it('should reject an order in which urgent work waits longer', () => {
    const order = {
      ...DEFAULT_ROUTING.order,
      headStarts: { ...DEFAULT_ROUTING.order.headStarts, urgent: 0 },
    };
    expect(faults(rules({}, { order }))).toEqual(['order.headStarts.urgent: priority_order']);
    expect(faults(rules({}, { units: { ...DEFAULT_ROUTING.units, call: 0 } }))).toEqual([
      'units.call: units_range',
    ]);
    expect(faults(rules({}, { profiles: {} }))).toEqual(['profiles.default: required']);
  });
});

describe('a queue that nobody can serve', () => {
  const queues = [...world.queues].map(([key, pool]) => ({ id: `id-${key}`, key, pool }));
  const compiled = compileRules(
    rules({
      general: {
        skills: [{ skill: 'tax', level: 3, need: 'required' }],
        steps: [{ afterSeconds: 60, pools: ['tech'], entities: ['water'] }],
      },
    }),
    queues,
    new Map([['water', 'id-water']]),
  );
  const why = (...members: { queues?: string[]; tax?: number; entityId?: string }[]) =>
    whyRestricted([], ...members);
  const whyRestricted = (
    restricted: string[][],
    ...members: { queues?: string[]; tax?: number; entityId?: string; groups?: string[] }[]
  ) =>
    unservedReason(
      'id-general',
      compiled.get('id-general')!,
      members.map((one) => ({
        queueIds: new Set((one.queues ?? []).map((key) => `id-${key}`)),
        skills: { tax: one.tax ?? 0 },
        entityId: one.entityId ?? null,
        groups: one.groups ?? [],
      })),
      restricted,
    );

  it('should be reported with the reason', () => {
    expect(why()).toBe('no_agents');
    expect(why({ queues: ['billing'], tax: 5 })).toBe('no_agents');
    expect(why({ queues: ['general'], tax: 2 })).toBe('no_skills');
  });

  it('should be reported when nobody with the skills may read a restricted service of it', () => {
    const outside = { queues: ['general'], tax: 3 };
    const services = [['family'], ['health', 'family']];
    expect(whyRestricted(services, outside)).toBe('no_readers');
    expect(whyRestricted(services, outside, { queues: ['general'], groups: ['family'] })).toBe('no_readers');
    expect(whyRestricted(services, outside, { ...outside, groups: ['health'] })).toBe('no_readers');
    expect(whyRestricted(services, outside, { ...outside, groups: ['family'] })).toBeNull();
  });

  it('should not be reported when an agent becomes eligible at the last step', () => {
    expect(why({ queues: ['general'], tax: 3 })).toBeNull();
    expect(why({ queues: ['technical'], tax: 3 })).toBeNull();
    expect(why({ entityId: 'id-water', tax: 3 })).toBeNull();
  });
});
