import { setTimeout as pause } from 'node:timers/promises';
import type { LivePayloads, OfferView } from '#wasl/contracts';
import type { AgentBehaviour } from './agent.js';
import { ANSWERS, type Language, SOLUTIONS } from './content.js';
import type { Answer } from './http.js';
import type { Ledger } from './ledger.js';
import type { Random } from './random.js';
import type { SignedIn } from './sign-in.js';

interface Ticket {
  number: string;
  subject: string;
  status: string;
  language: string;
  queue: string;
  assignee: { id: string } | null;
}

const QUEUES = ['general', 'billing', 'technical', 'complaints'];

/** The tickets assigned to a simulated agent, and the work on them: reply, transfer or resolve. */
export class AgentWorklist {
  readonly faults: string[] = [];
  private readonly inHand = new Map<string, Promise<void>>();
  /** tickets finished by this agent; when one is open again, its requester reopened it */
  private readonly finished = new Set<string>();
  private closed = false;

  constructor(
    private readonly person: SignedIn,
    private readonly random: Random,
    private readonly ledger: Ledger,
    private readonly manners: AgentBehaviour,
  ) {}

  get isEmpty(): boolean {
    return this.inHand.size === 0;
  }

  /** Continues with tickets that were assigned to the agent before. */
  async resume(): Promise<void> {
    const path = '/api/v1/tickets?assignee=me&status=new,open&page[size]=100';
    const { body } = await this.person.http.get<{ data: Ticket[] }>(path);
    for (const { number } of body.data) this.take(number);
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all(this.inHand.values());
  }

  async accept(offer: OfferView): Promise<void> {
    const answer = await this.person.http.post<{ number: string }>(`/api/v1/offers/${offer.id}/accept`);
    // After a broken connection the first try may have succeeded.
    const mine = answer.status === 200 || (answer.tries > 1 && (await this.isMine(offer.ticket.number)));
    if (mine) {
      this.ledger.claim(offer.ticket.number, this.person.id);
      this.take(offer.ticket.number);
    } else if (answer.status !== 409) this.fault('accept', answer);
  }

  async decline(offer: OfferView, reason: string): Promise<void> {
    const answer = await this.person.http.post(`/api/v1/offers/${offer.id}/decline`, { json: { reason } });
    if (answer.status >= 300 && answer.status !== 409) this.fault('decline', answer);
  }

  /** A requester's reply reopens a resolved ticket, and it comes back to its agent. */
  changed({ number, status, assigneeId }: LivePayloads['ticket.changed']): void {
    if (assigneeId !== this.person.id || status !== 'open' || !this.finished.delete(number)) return;
    if (!this.closed) this.take(number);
  }

  private take(number: string): void {
    if (this.inHand.has(number)) return;
    const work = this.work(number)
      .catch((error: Error) => void this.faults.push(error.message))
      .finally(() => this.inHand.delete(number));
    this.inHand.set(number, work);
  }

  private async work(number: string): Promise<void> {
    await this.think();
    const ticket = await this.ticket(number);
    if (!ticket || ticket.assignee?.id !== this.person.id) return;
    if (this.random.chance(this.manners.transferRate)) return this.transfer(ticket);
    const language: Language = ticket.language === 'ar' ? 'ar' : 'en';
    if (this.random.chance(0.7)) {
      await this.reply(ticket, ANSWERS[language]);
      await this.think();
    }
    await this.resolve(ticket, SOLUTIONS[language]);
  }

  private async reply({ number, subject }: Ticket, body: string): Promise<void> {
    const headers = { 'idempotency-key': `${number}-${Math.floor(this.random.next() * 2 ** 48)}` };
    const path = `/api/v1/tickets/${number}/messages`;
    const answer = await this.person.http.post(path, { json: { kind: 'public_reply', body }, headers });
    if (answer.status === 201) this.ledger.recordAnswer(subject);
    else this.fault('reply', answer);
  }

  private async transfer({ number, queue }: Ticket): Promise<void> {
    const to = this.random.pick(QUEUES.filter((key) => key !== queue));
    this.ledger.release(number);
    const json = { queue: to, note: 'Better answered there.' };
    const answer = await this.person.http.post(`/api/v1/tickets/${number}/transfer`, { json });
    if (answer.status !== 200) this.fault('transfer', answer);
  }

  private async resolve({ number }: Ticket, note: string): Promise<void> {
    this.ledger.release(number);
    this.finished.add(number);
    const answer = await this.person.http.post(`/api/v1/tickets/${number}/resolve`, { json: { note } });
    if (answer.status === 200) return;
    // A retry sees the effect of the first try.
    if (answer.status !== 409 || (await this.ticket(number))?.status === 'open')
      this.fault('resolve', answer);
  }

  private async ticket(number: string): Promise<Ticket | undefined> {
    const answer = await this.person.http.get<Ticket>(`/api/v1/tickets/${number}`);
    return answer.status === 200 ? answer.body : undefined;
  }

  private async isMine(number: string): Promise<boolean> {
    return (await this.ticket(number))?.assignee?.id === this.person.id;
  }

  private think(): Promise<void> {
    const [from, to] = this.manners.workSeconds;
    return pause(1_000 * this.random.between(from, to));
  }

  private fault(what: string, { status, text }: Answer): void {
    this.faults.push(`${what}: ${status} ${text.slice(0, 160)}`);
  }
}
