import { workerData } from 'node:worker_threads';

/**
 * A thread beside the work of a sandbox. It ends the process when that takes too much memory, whoever holds it, or when
 * its parent has died; the work itself may be one long computation in which no timer fires.
 */
const CHECK_MS = 20;
const { bytes, parent } = workerData as { bytes: number; parent: number };

setInterval(() => {
  // The same signal as for a heap that is full, which V8 ends in this way.
  if (process.memoryUsage.rss() > bytes) process.kill(process.pid, 'SIGABRT');
  if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
}, CHECK_MS);
