import type { RoutingOutcome } from './dry-run.js';
import { isCounted, type RecordedWork } from './recorded-period.js';

/** Results of a period for one queue. Waits are in seconds. */
export interface QueueFigures {
  queue: string;
  arrived: number;
  answered: number;
  abandoned: number;
  /** neither answered nor abandoned by the end */
  left: number;
  /** waits of answered work; null when there was none */
  wait: { mean: number; p50: number; p90: number; longest: number } | null;
  /** answered within the threshold ÷ (answered + abandoned), in percent */
  serviceLevel: number | null;
  /** answered work by agent, most first */
  agents: { id: string; answered: number }[];
}

/** @param queues key and threshold by id, in the order in which they are shown */
export function figuresOf(
  work: readonly RecordedWork[],
  outcomes: readonly RoutingOutcome[],
  queues: ReadonlyMap<string, { key: string; thresholdSeconds: number }>,
): QueueFigures[] {
  const queueOf = new Map(work.map((one) => [one.id, one.queueId]));
  const groups = new Map<string, RoutingOutcome[]>([...queues.keys()].map((id) => [id, []]));
  for (const outcome of outcomes) groups.get(queueOf.get(outcome.workId)!)?.push(outcome);
  return [...groups].map(([id, group]) => ({
    ...figures(group, queues.get(id)!.thresholdSeconds),
    queue: queues.get(id)!.key,
  }));
}

/** The recorded results in the same form. */
export function recordedOutcomes(work: readonly RecordedWork[]): RoutingOutcome[] {
  return work.filter(isCounted).map(({ id, actual, arrivedAt, patienceMs }) => ({
    workId: id,
    agentId: actual?.agentId ?? null,
    waitMs: actual ? actual.answeredAt - arrivedAt : patienceMs,
  }));
}

function figures(outcomes: RoutingOutcome[], thresholdSeconds: number): Omit<QueueFigures, 'queue'> {
  const answered = outcomes.filter(({ agentId, waitMs }) => agentId !== null && waitMs !== null);
  const abandoned = outcomes.filter(({ agentId, waitMs }) => agentId === null && waitMs !== null).length;
  const waits = answered.map(({ waitMs }) => waitMs! / 1_000).sort((a, b) => a - b);
  const inTime = waits.filter((wait) => wait <= thresholdSeconds).length;
  const finished = answered.length + abandoned;
  const at = (share: number) => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))]!;
  return {
    arrived: outcomes.length,
    answered: answered.length,
    abandoned,
    left: outcomes.length - finished,
    wait:
      waits.length === 0
        ? null
        : {
            mean: rounded(waits.reduce((sum, wait) => sum + wait, 0) / waits.length),
            p50: rounded(at(0.5)),
            p90: rounded(at(0.9)),
            longest: rounded(waits.at(-1)!),
          },
    serviceLevel: finished === 0 ? null : rounded((inTime / finished) * 100),
    agents: answeredByAgent(answered),
  };
}

function answeredByAgent(answered: RoutingOutcome[]): QueueFigures['agents'] {
  const counts = new Map<string, number>();
  for (const { agentId } of answered) counts.set(agentId!, (counts.get(agentId!) ?? 0) + 1);
  return [...counts]
    .map(([id, n]) => ({ id, answered: n }))
    .sort((a, b) => b.answered - a.answered || (a.id < b.id ? -1 : 1));
}

const rounded = (value: number) => Math.round(value * 100) / 100;
