import { PinoLogger } from './logging/pino-logger.js';
import { describeFault, faultTitle } from './logging/describe-fault.js';
import { reportFailed } from './start-progress.js';

/** What runs when a fault comes is given so long to end. */
const FINISH_WITHIN_MS = 10_000;
const FAULT_EXIT_CODE = 70;

export interface FaultPolicy {
  /** name of this process in the log */
  name: string;
  /** stops accepting, and waits for what runs; null while there is nothing yet to be ended in order */
  finish(): Promise<unknown> | null;
  finishWithinMs?: number;
}

/**
 * A fault that nobody caught leaves a process in a state that nobody knows: it goes on no further than it must. It is
 * logged, nothing new is accepted, what runs may end within a bound, and the process exits with a code other than 0, to
 * be started again by whoever looks after it (`npm start`, Docker, systemd). A rejection that nobody handles is the same.
 */
export function endOnFault(policy: FaultPolicy): void {
  const logger = new PinoLogger(policy.name, process.env.LOG_LEVEL === 'silent' ? 'fatal' : 'info');
  let ending = false;
  const take = (kind: 'uncaughtException' | 'unhandledRejection') => (thrown: unknown) => {
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
  process.on('uncaughtException', take('uncaughtException'));
  process.on('unhandledRejection', take('unhandledRejection'));
}

const finished = async (policy: FaultPolicy): Promise<unknown> => policy.finish();
