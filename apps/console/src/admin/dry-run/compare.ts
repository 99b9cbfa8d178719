import type { DryRunResult, QueueFigures } from '../../api/routing-api.js';

export const RUNS = ['was', 'inForce', 'would'] as const;
export type Run = (typeof RUNS)[number];

export interface QueueComparison {
  queue: string;
  runs: Record<Run, QueueFigures>;
  /** sorted by size of the change, largest first */
  agents: { id: string; was: number; inForce: number; would: number }[];
}

/** The three runs of each queue side by side; queues without activity are omitted. */
export function compareRuns(result: DryRunResult): QueueComparison[] {
  return result.would.flatMap((would) => {
    const of = (run: Run) => result[run].find(({ queue }) => queue === would.queue) ?? would;
    const runs = { was: of('was'), inForce: of('inForce'), would };
    return would.arrived === 0 ? [] : [{ queue: would.queue, runs, agents: agentsOf(runs) }];
  });
}

function agentsOf(runs: Record<Run, QueueFigures>): QueueComparison['agents'] {
  const ids = [...new Set(RUNS.flatMap((run) => runs[run].agents.map(({ id }) => id)))];
  const of = (run: Run, id: string) => runs[run].agents.find((agent) => agent.id === id)?.answered ?? 0;
  const moved = (agent: { inForce: number; would: number }) => Math.abs(agent.would - agent.inForce);
  return ids
    .map((id) => ({ id, was: of('was', id), inForce: of('inForce', id), would: of('would', id) }))
    .sort((a, b) => moved(b) - moved(a) || b.would - a.would || (a.id < b.id ? -1 : 1));
}

/** Whether a figure improves under the candidate rules compared with the current ones; null when neutral. */
export function isBetter(
  before: number | null,
  after: number | null,
  wanted: 'more' | 'less',
): boolean | null {
  if (before === null || after === null || before === after) return null;
  return wanted === 'more' ? after > before : after < before;
}
