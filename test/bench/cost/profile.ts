import { existsSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { programs } from './processors.js';
import { stepOfStack } from './steps.js';

/** Settings with which programs can be profiled. @param folder where profiles are written */
export function profiled(folder: string): Record<string, string> {
  const loaded = `--import ${new URL('./profile-on-signal.js', import.meta.url).href}`;
  return { NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${loaded}`.trim(), BENCH_PROFILES: folder };
}

/** The share of each step in what a program used of the processor during `work`, by program. */
export async function profile(
  folder: string,
  names: readonly string[],
  work: () => Promise<unknown>,
): Promise<Map<string, Map<string, number>>> {
  const pids = [...programs()].filter(([name]) => names.includes(name));
  for (const [, pid] of pids) process.kill(pid, 'SIGWINCH');
  await work();
  for (const [, pid] of pids) process.kill(pid, 'SIGWINCH');
  const shares = new Map<string, Map<string, number>>();
  for (const [name, pid] of pids) shares.set(name, sharesOf(await written(`${folder}/${pid}.cpuprofile`)));
  return shares;
}

interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string }; children?: number[] }[];
  samples: number[];
  timeDeltas: number[];
}

async function written(path: string): Promise<Profile> {
  while (!existsSync(path)) await pause(100);
  const profile = JSON.parse(readFileSync(path, 'utf8')) as Profile;
  rmSync(path);
  return profile;
}

function sharesOf({ nodes, samples, timeDeltas }: Profile): Map<string, number> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const steps = new Map(
    nodes.map(({ id }) => {
      const stack: string[] = [];
      for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
        const { functionName, url } = byId.get(at)!.callFrame;
        stack.push(url || functionName);
      }
      return [id, stepOfStack(stack)];
    }),
  );
  const used = new Map<string, number>();
  let all = 0;
  samples.forEach((id, n) => {
    const step = steps.get(id);
    if (!step) return;
    used.set(step, (used.get(step) ?? 0) + timeDeltas[n]!);
    all += timeDeltas[n]!;
  });
  return new Map([...used].map(([step, time]) => [step, time / all]));
}
