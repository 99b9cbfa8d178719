import { Logger } from '@nestjs/common';
import { explain } from './operator-error.js';

/** Runs a tool of operators: a failure is one line, and the exit code says so. */
export async function runTool(run: (say: (line: string) => void) => Promise<number>): Promise<void> {
  Logger.overrideLogger(false);
  try {
    process.exitCode = await run((line) => process.stdout.write(`${line}\n`));
  } catch (error) {
    const { name, message } = error as Error;
    process.stderr.write(`${name === 'OperatorError' ? message : explain(error)}\n`);
    process.exitCode = 1;
  }
}
