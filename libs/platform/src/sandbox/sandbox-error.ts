/**
 * Why a job has no result: `thrown` by the module; `slow` when it waited too long for others, `time` when it computed
 * too long, `memory`, or `crash`, all of which end the process; `not_started` when no process could be started, which is no
 * fault of the job; `closing` when our own process ends.
 */
export type SandboxFailure = 'thrown' | 'slow' | 'time' | 'memory' | 'crash' | 'not_started' | 'closing';

export class SandboxError extends Error {
  override name = 'SandboxError';
  constructor(
    readonly reason: SandboxFailure,
    message: string,
    /** of the error that was thrown, where it had one */
    readonly code: string | null = null,
  ) {
    super(message);
  }
}
