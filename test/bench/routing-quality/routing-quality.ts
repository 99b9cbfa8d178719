import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { assertResult, printLine } from '../report.js';
import {
  type Experiment,
  evenSpread,
  abandonment,
  singlePool,
  overload,
  priorities,
  skills,
  stickiness,
} from './experiments.js';
import { page } from './page.js';
import { formatEstimate } from './statistics.js';

const EXPERIMENTS = [singlePool, abandonment, overload, skills, priorities, evenSpread, stickiness];
const FOLDER = 'test-results';

/**
 * Measures the quality of routing decisions in simulated time. Fails when an eligible agent idles while eligible work
 * waits, when a contact is lost, or when an agent is given two at once. Deviations from theory are reported, not judged.
 */
export async function benchRoutingQuality(): Promise<void> {
  const done: Experiment[] = [];
  for (const run of EXPERIMENTS) {
    const began = performance.now();
    const experiment = run();
    done.push(experiment);
    tell(experiment, (performance.now() - began) / 1000);
  }
  await mkdir(FOLDER, { recursive: true });
  const machine = `${cpus()[0]!.model.trim()}, node ${process.version}`;
  for (const language of ['en', 'ar'] as const) {
    const file = join(FOLDER, `routing-quality.${language}.html`);
    await writeFile(file, page(done, language, machine));
    process.stdout.write(`page: ${file}\n`);
  }
  assertResult(
    done.every(({ findings }) => findings.every(({ measured }) => Number.isFinite(measured.mean))),
    'a figure is no number',
  );
}

function tell({ title, setting, seeds, findings }: Experiment, seconds: number): void {
  process.stdout.write(`${title.en}: ${setting}; seeds ${seeds}; ${seconds.toFixed(0)} s\n`);
  for (const { figure, measured, reference, toReach, reached } of findings) {
    printLine(`  ${figure}`, {
      '': formatEstimate(measured, 4),
      ...(reference !== undefined && { reference, ratio: measured.mean / reference }),
      ...(toReach && { 'to reach': `${toReach}: ${reached ? 'yes' : 'NO'}` }),
    });
  }
}
