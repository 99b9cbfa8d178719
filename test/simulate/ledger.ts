import type { Journal } from './journal.js';
import type { Marks } from './marks.js';
import type { Arrival } from './plan.js';

/** One contact, and what became of it as far as its sender knows. */
export interface Item {
  arrival: Arrival;
  /** when the system said that it has it; undefined while it did not */
  acknowledgedAt?: number;
  /** the ticket's number, when the acknowledgement names it or the check found it */
  number?: string;
  /** the same thing sent twice was answered with two numbers */
  answeredTwice: boolean;
  /** a ticket is due: everything but a call that was answered */
  ticketDue: boolean;
  /** why it could not be sent */
  fault?: string;
  reply?: { sentAt: number; acknowledgedAt?: number; fault?: string };
}

interface Owning {
  agent: string;
  at: number;
}

/** Everything that the drivers of one run know: what was sent, what was said, who was offered and who took what. */
export class Ledger {
  readonly items = new Map<number, Item>();
  /** the first offer of each ticket, by number */
  readonly offered = new Map<string, { at: number; subject: string }>();
  /** two agents were told that the same ticket is theirs */
  readonly ownedTwice: string[] = [];
  private readonly owners = new Map<string, Owning>();
  private readonly answerListeners: ((item: Item) => void)[] = [];
  claims = 0;

  constructor(
    readonly marks: Marks,
    private readonly journal: Journal,
  ) {}

  sent(arrival: Arrival): Item {
    const item = { arrival, answeredTwice: false, ticketDue: arrival.channel !== 'phone' };
    this.items.set(arrival.n, item);
    return item;
  }

  /** The system has said yes: from here on it must not be lost. */
  acknowledge(item: Item, facts: { number?: string; messageId?: string; callId?: string }): void {
    const { n, channel } = item.arrival;
    this.journal.write('acknowledged', { n, channel, ...facts });
    item.acknowledgedAt ??= Date.now();
    if (facts.number && item.number && facts.number !== item.number) item.answeredTwice = true;
    item.number ??= facts.number;
  }

  acknowledgeReply(item: Item, messageId: string): void {
    this.journal.write('acknowledged', { n: item.arrival.n, channel: 'reply', messageId });
    item.reply!.acknowledgedAt = Date.now();
  }

  offerSeen(number: string, subject: string): void {
    if (!this.offered.has(number)) this.offered.set(number, { at: Date.now(), subject });
  }

  /** An agent was told that the ticket is theirs. */
  claim(number: string, agent: string): void {
    this.journal.write('claimed', { number, agent });
    this.claims++;
    const owner = this.owners.get(number);
    if (owner && owner.agent !== agent) this.ownedTwice.push(number);
    this.owners.set(number, { agent, at: Date.now() });
  }

  /** An agent gives it away or is done with it; said before it is asked for, because others may have it at once. */
  release(number: string): void {
    this.owners.delete(number);
  }

  onAnswered(listener: (item: Item) => void): void {
    this.answerListeners.push(listener);
  }

  /** The requester of a ticket was answered. */
  answered(subject: string): void {
    const n = this.marks.numberIn(subject);
    const item = n === undefined ? undefined : this.items.get(n);
    if (item) for (const listener of this.answerListeners) listener(item);
  }
}
