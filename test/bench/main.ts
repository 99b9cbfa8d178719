import { cpus, totalmem } from 'node:os';
import { benchCost } from './cost/cost.js';
import { benchCreate } from './create.js';
import { benchForecast } from './forecast/forecast.js';
import { benchMail } from './mail.js';
import { benchOffer } from './offer.js';
import { benchRead } from './read.js';
import { benchRound } from './round.js';
import { benchRoutingQuality } from './routing-quality/routing-quality.js';

/*
 * `npm run bench [-- NAME]`: each benchmark starts its own system on this machine and prints its load, its results,
 * and a reference measured in the same run. It fails only when its correctness checks fail.
 */
const BENCHMARKS: Record<string, () => Promise<void>> = {
  create: benchCreate,
  mail: benchMail,
  read: benchRead,
  offer: benchOffer,
  round: benchRound,
  forecast: benchForecast,
  'routing-quality': benchRoutingQuality,
  cost: benchCost,
};

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !(name in BENCHMARKS));
if (unknown) {
  process.stderr.write(
    `There is no benchmark "${unknown}"; there are ${Object.keys(BENCHMARKS).join(', ')}\n`,
  );
  process.exit(1);
}
const [cpu] = cpus();
process.stdout.write(
  `machine: ${cpus().length} × ${cpu!.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, node ${process.version}; ` +
    'client, database and system share it\n',
);
for (const name of wanted.length > 0 ? wanted : Object.keys(BENCHMARKS)) {
  process.stdout.write(`\n# ${name}\n`);
  await BENCHMARKS[name]!();
}
process.exit(0);
