import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { ToolError } from './target.js';

export interface Options {
  minutes: number;
  perMinute: number;
  seed: number;
  agents: number;
  /** start a separate system instead of using a running one */
  start: boolean;
}

export const USAGE =
  'npm run simulate -- --minutes M --per-minute R [--seed S] [--agents 1..8] [--start: with a system of its own]';

/** @throws ToolError when the command line is invalid */
export function readOptions(args: string[]): Options {
  const { values } = parse(args);
  return {
    minutes: numberOf(values.minutes ?? '1', 'minutes', 0.01, 24 * 60),
    perMinute: numberOf(values['per-minute'] ?? '30', 'per-minute', 0.1, 60_000),
    seed: numberOf(values.seed ?? String(randomInt(2 ** 31)), 'seed', 0, 2 ** 32 - 1),
    agents: numberOf(values.agents ?? '8', 'agents', 1, 8),
    start: values.start ?? false,
  };
}

function parse(args: string[]) {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({
      args,
      options: {
        minutes: text,
        'per-minute': text,
        seed: text,
        agents: text,
        start: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new ToolError(`${(error as Error).message.split('\n')[0]}; usage: ${USAGE}`);
  }
}

function numberOf(text: string, name: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= least && value <= most) return value;
  throw new ToolError(`--${name} must be a number from ${least} to ${most}; usage: ${USAGE}`);
}
