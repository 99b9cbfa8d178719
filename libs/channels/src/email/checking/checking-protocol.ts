import type { SenderChecks } from '../domain/sender-checks.js';

/** What of a received mail its checks depend on, beside its bytes. */
export interface CheckRequest {
  /** of the envelope */
  sender: string;
  /** of the system that delivered it to us; null when a system of our own relayed it */
  client: { ip: string; helo: string } | null;
  /** our name in the results */
  mta: string;
}

/** The messages between a process and its thread that checks senders. The thread asks the process for DNS. */
export type ToThread =
  | ({ kind: 'check'; id: number; raw: Uint8Array } & CheckRequest)
  | { kind: 'ask'; id: number }
  | { kind: 'found'; lookup: number; records: string[] | string[][] }
  | { kind: 'not_found'; lookup: number; code: string; message: string };

export type FromThread =
  | { kind: 'ready' }
  | { kind: 'lookup'; lookup: number; name: string; type: string }
  | { kind: 'checked'; id: number; checks: SenderChecks }
  | { kind: 'failed'; id: number; error: string }
  /** the answer to `ask` while the check still waits */
  | { kind: 'waiting'; id: number };
