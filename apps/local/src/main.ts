// Runs the whole system on this machine. Started by start.mjs.
import { runLocally } from './run-locally.js';

await runLocally();
