import { setTimeout as pause } from 'node:timers/promises';
import type { ManagedSystem } from '../simulate/managed-system.js';
import type { Random } from '../simulate/random.js';
import type { Scenario } from './scenario.js';
import { runUnderLoad } from './under-load.js';

/** Kills the programs that `choose` names, at seeded random moments, until the time is over. Restarted ones may be killed again. */
async function killing(
  system: ManagedSystem,
  random: Random,
  forMs: number,
  choose: () => string[],
): Promise<void> {
  const end = Date.now() + forMs;
  for (;;) {
    await pause(random.between(500, 5_000));
    if (Date.now() >= end) return;
    const names = choose();
    const back = names.map((name) => system.returned(name, system.returnsOf(name) + 1));
    names.forEach((name) => system.kill(name));
    await Promise.all(back);
  }
}

function killScenario(name: string, about: string, choose: (random: Random) => string[]): Scenario {
  return {
    name,
    about,
    run: (circumstances) => {
      const { random, short } = circumstances;
      const seconds = short ? 7 : 40;
      return runUnderLoad(circumstances, {
        seconds,
        perMinute: short ? 150 : 200,
        disturb: (system) => killing(system, random, seconds * 900, () => choose(random)),
      });
    },
  };
}

const ALL = ['api', 'portal', 'worker'];

export const KILLS: Scenario[] = [
  killScenario('kill-worker', 'kill -9 of the worker at random moments under load', () => ['worker']),
  killScenario('kill-api', 'kill -9 of the api at random moments under load', () => ['api']),
  killScenario(
    'kill-any',
    'kill -9 of api, portal or worker, one or several at once, under load',
    (random) => {
      const chosen = ALL.filter(() => random.chance(0.5));
      return chosen.length > 0 ? chosen : [random.pick(ALL)];
    },
  ),
];
