import { PinoLogger } from './logging/pino-logger.js';
import { describeFault, faultTitle } from './logging/describe-fault.js';
import { reportFailed } from './start-progress.js';

/** Time limit for running work after an uncaught error. */
const FINISH_WITHIN_MS = 10_000;
const FAULT_EXIT_CODE = 70;

export interface UncaughtErrorPolicy {
  /** name of this process in the log */
  name: string;
  /** stops accepting work and waits for running work; null while nothing has been started yet */
  finish(): Promise<unknown> | null;
  finishWithinMs?: number;
}

/**
 * After an uncaught error the state of the process is unknown, so it must exit. The error is logged, no new work is
 * accepted, running work may finish within a time limit, and the process exits with a non-zero code so that its
 * supervisor (`npm start`, Docker, systemd) restarts it. Unhandled rejections are treated the same.
 */
export function exitOnUncaughtError(policy: UncaughtErrorPolicy): void {
  const logger = new PinoLogger(policy.name, process.env.LOG_LEVEL === 'silent' ? 'fatal' : 'info');
  let ending = false;
  const handlerFor = (kind: 'uncaughtException' | 'unhandledRejection') => (thrown: unknown) => {
    const fault = describeFault(thrown);
    const title = faultTitle(fault);
    logger.fatal({ msg: `${kind}: ${title}`, at: fault.at }, 'Faults');
    if (ending) return;
    ending = true;
    const place = /\(?([^\s(]{1,300}:\d{1,9}):\d{1,9}\)?$/m.exec(fault.at ?? '')?.[1];
    reportFailed(`${title}${place ? ` at ${place}` : ''}`);
    const exit = () => process.exit(FAULT_EXIT_CODE);
    setTimeout(exit, policy.finishWithinMs ?? FINISH_WITHIN_MS);
    finished(policy).then(exit, exit);
  };
  process.on('uncaughtException', handlerFor('uncaughtException'));
  process.on('unhandledRejection', handlerFor('unhandledRejection'));
}

const finished = async (policy: UncaughtErrorPolicy): Promise<unknown> => policy.finish();
