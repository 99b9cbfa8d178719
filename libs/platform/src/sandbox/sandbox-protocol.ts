/** The messages between a process and its sandbox. What the sandbox says is untrusted. */
export type ToSandbox =
  | { kind: 'job'; id: number; job: unknown }
  /** an answer to `ask`: `error` is what looking it up failed with */
  | { kind: 'answer'; id: number; answer: unknown; error?: { code: string | null; message: string } }
  | { kind: 'ping'; id: number };

export type FromSandbox =
  | { kind: 'ready' }
  | { kind: 'result'; id: number; result: unknown }
  | { kind: 'thrown'; id: number; code: string | null; message: string }
  /** something that only the process may look up */
  | { kind: 'ask'; id: number; question: unknown }
  | { kind: 'pong'; id: number };

/** What a module that runs in a sandbox exports as `handle`. */
export type SandboxHandler<Job, Result, Question = never, Answer = never> = (
  job: Job,
  ask: (question: Question) => Promise<Answer>,
) => Result | Promise<Result>;

/** The names of the child's environment, which holds nothing else of ours. */
export const SANDBOX_BYTES = 'SANDBOX_BYTES';
export const SANDBOX_MODULE = 'SANDBOX_MODULE';

/** The number of the pipe that messages pass through, on both sides. */
export const SANDBOX_CHANNEL = 3;

/** Longer texts of errors are cut: they may quote what a stranger sent. */
export const MAX_ERROR_LENGTH = 500;
