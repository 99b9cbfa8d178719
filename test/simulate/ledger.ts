import type { Journal } from './journal.js';
import type { RunMarkers } from './run-markers.js';
import type { Arrival } from './plan.js';

/** One contact, and its outcome as seen by its sender. */
export interface LedgerEntry {
  arrival: Arrival;
  /** when the system acknowledged it */
  acknowledgedAt?: number;
  /** the ticket number, from the acknowledgement or found by the check */
  number?: string;
  /** a duplicate submission was answered with a second number */
  answeredTwice: boolean;
  /** a ticket is expected: always, except for an answered call */
  ticketDue: boolean;
  /** why it could not be sent */
  fault?: string;
  reply?: { sentAt: number; acknowledgedAt?: number; fault?: string };
}

interface Owning {
  agent: string;
  at: number;
}

/** Everything that the drivers of a run know: what was sent and acknowledged, offers and assignments. */
export class Ledger {
  readonly items = new Map<number, LedgerEntry>();
  /** the first offer of each ticket, by number */
  readonly offered = new Map<string, { at: number; subject: string }>();
  /** tickets that two agents were told are theirs */
  readonly doublyAssigned: string[] = [];
  private readonly owners = new Map<string, Owning>();
  private readonly answerListeners: ((item: LedgerEntry) => void)[] = [];
  claims = 0;

  constructor(
    readonly marks: RunMarkers,
    private readonly journal: Journal,
  ) {}

  recordSent(arrival: Arrival): LedgerEntry {
    const item = { arrival, answeredTwice: false, ticketDue: arrival.channel !== 'phone' };
    this.items.set(arrival.n, item);
    return item;
  }

  /** The system acknowledged the contact: from now on it must not be lost. */
  acknowledge(item: LedgerEntry, facts: { number?: string; messageId?: string; callId?: string }): void {
    const { n, channel } = item.arrival;
    this.journal.write('acknowledged', { n, channel, ...facts });
    item.acknowledgedAt ??= Date.now();
    if (facts.number && item.number && facts.number !== item.number) item.answeredTwice = true;
    item.number ??= facts.number;
  }

  acknowledgeReply(item: LedgerEntry, messageId: string): void {
    this.journal.write('acknowledged', { n: item.arrival.n, channel: 'reply', messageId });
    item.reply!.acknowledgedAt = Date.now();
  }

  recordOffer(number: string, subject: string): void {
    if (!this.offered.has(number)) this.offered.set(number, { at: Date.now(), subject });
  }

  /** An agent was told that the ticket is assigned to them. */
  claim(number: string, agent: string): void {
    this.journal.write('claimed', { number, agent });
    this.claims++;
    const owner = this.owners.get(number);
    if (owner && owner.agent !== agent) this.doublyAssigned.push(number);
    this.owners.set(number, { agent, at: Date.now() });
  }

  /** An agent gives the ticket away or finishes it. Recorded before the request, because others may get it at once. */
  release(number: string): void {
    this.owners.delete(number);
  }

  onAnswered(listener: (item: LedgerEntry) => void): void {
    this.answerListeners.push(listener);
  }

  /** An agent replied to the requester of the ticket. */
  recordAnswer(subject: string): void {
    const n = this.marks.numberIn(subject);
    const item = n === undefined ? undefined : this.items.get(n);
    if (item) for (const listener of this.answerListeners) listener(item);
  }
}
