import type { LiveAgent, LiveQueue } from '#wasl/contracts';
import { type Load, loadOf } from './load.js';

export interface Totals {
  waiting: number;
  /** the queue in which someone waits longest, or undefined when nobody waits */
  longest: LiveQueue | undefined;
  offered: number;
  handling: number;
  /** agents by how much more they can be given */
  loads: Record<Load, number>;
  present: number;
  arrivedToday: number;
  resolvedToday: number;
  abandonedToday: number;
}

const sum = (queues: LiveQueue[], figure: (queue: LiveQueue) => number): number =>
  queues.reduce((total, queue) => total + figure(queue), 0);

/** When the longest wait of a queue began. */
const beganAt = (queue: LiveQueue): number => Date.parse(queue.at) - queue.longestWaitSeconds * 1000;

export function totalsOf(queues: LiveQueue[], agents: LiveAgent[]): Totals {
  const count = (load: Load) => agents.filter((agent) => loadOf(agent) === load).length;
  const waitingQueues = queues.filter((queue) => queue.waiting > 0);
  return {
    waiting: sum(queues, (queue) => queue.waiting),
    longest: waitingQueues.sort((a, b) => beganAt(a) - beganAt(b))[0],
    offered: sum(queues, (queue) => queue.offered),
    handling: sum(queues, (queue) => queue.handling),
    // counted among the agents: one who serves two queues is still one person
    loads: { idle: count('idle'), busy: count('busy'), full: count('full') },
    present: agents.filter((agent) => agent.state !== 'offline').length,
    arrivedToday: sum(queues, (queue) => queue.arrivedToday),
    resolvedToday: sum(queues, (queue) => queue.resolvedToday),
    abandonedToday: sum(queues, (queue) => queue.abandonedToday),
  };
}
