import fc from 'fast-check';
import { anyAgent, anyRules, anyWork, unique } from '../../../../test/routing/arbitraries.js';
import type { FreeAgent, WaitingWork } from './choose-agent.js';
import type { RoundRules } from './queue-rules.js';
import { type TruncatedSegment, readingDepths, needsDeeperRead } from './reading-depth.js';
import { type Assignment, routeRound } from './route-round.js';

const RUNS = { numRuns: 3_000 };
const held = new Map([['q1', 1]]);

/** The first items of each segment, as the database returns them. */
function readTo(
  depth: number,
  all: readonly WaitingWork[],
): { waiting: WaitingWork[]; cuts: TruncatedSegment[] } {
  const read = new Map<string, number>();
  const kindOf = ({ queueId, language }: WaitingWork) => `${queueId} ${language}`;
  const waiting = all.filter((work) => {
    read.set(kindOf(work), (read.get(kindOf(work)) ?? 0) + 1);
    return read.get(kindOf(work))! <= depth;
  });
  const cuts = [...read].flatMap(([kind, many]): TruncatedSegment[] => {
    const last = waiting.findLastIndex((work) => kindOf(work) === kind);
    return many < depth
      ? []
      : [{ queueId: waiting[last]!.queueId, language: waiting[last]!.language, lastIndex: last }];
  });
  return { waiting, cuts };
}

interface Reading {
  made: Assignment[];
  depth: number;
}
/** Reads one deeper each time, until it would change nothing. */
function readAsNeeded(all: WaitingWork[], agents: FreeAgent[], rules: RoundRules): Reading {
  for (let depth = 1; ; depth++) {
    const { waiting, cuts } = readTo(depth, all);
    const made = routeRound(waiting, agents, rules, held);
    if (!needsDeeperRead({ waiting, truncated: cuts, agents, rules, held }, made)) return { made, depth };
  }
}

describe('the reading depth of waiting work', () => {
  it('should give the same choices and reasons as reading everything', () => {
    let shallow = 0;
    fc.assert(
      fc.property(unique(anyWork, 60), unique(anyAgent), anyRules, (all, agents, rules) => {
        const { made, depth } = readAsNeeded(all, agents, rules);
        expect(made).toEqual(routeRound(all, agents, rules, held));
        if (depth < 4) shallow += 1;
      }),
      RUNS,
    );
    // Otherwise the property would hold because everything is always read.
    expect(shallow).toBeGreaterThan(RUNS.numRuns / 4);
  });

  it('should not read deeper for work that no free agent may ever serve, however much of it waits', () => {
    const agents = [
      { id: 'a', queueIds: new Set(['q1']), skills: { ar: 3 }, freeUnits: 100, idleSeconds: 0 },
    ];
    const rules: RoundRules = {
      queues: new Map(),
      defaults: {
        skills: [],
        language: { need: 'required', level: 1 },
        steps: [],
        sticky: { preferSeconds: 0, holdSeconds: 0 },
        limits: { perAgent: null, total: null },
      },
    };
    const cut = (language: string | null, last: number): TruncatedSegment => ({
      queueId: 'q1',
      language,
      lastIndex: last,
    });
    const read = { waiting: [], agents, rules, held };
    expect(needsDeeperRead({ ...read, truncated: [cut('en', 0)] }, [])).toBe(false);
    expect(needsDeeperRead({ ...read, truncated: [cut('en', 0), cut('ar', 0)] }, [])).toBe(true);
    expect(needsDeeperRead({ ...read, truncated: [] }, [])).toBe(false);
  });

  it('should begin with a share of what the agents could take and end above all of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 1, max: 50 }), (agents, queues) => {
        const depths = readingDepths(agents, queues);
        expect(depths[0]).toBeLessThanOrEqual(21 + agents / queues);
        expect(depths.at(-1)).toBeGreaterThan(agents);
        expect(depths).toEqual([...depths].sort((a, b) => a - b));
      }),
    );
  });
});
