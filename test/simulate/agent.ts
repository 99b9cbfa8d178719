import { setTimeout as pause } from 'node:timers/promises';
import type { LiveAgent, LiveEvent, OfferView, PresenceState, Snapshots } from '#wasl/contracts';
import { AgentWorklist } from './agent-worklist.js';
import { FreePeriods } from './free-periods.js';
import type { Ledger } from './ledger.js';
import { LiveRooms } from './live-rooms.js';
import type { Random } from './random.js';
import { type SignedIn, signIn } from './sign-in.js';
import type { Target } from './target.js';

export interface AgentBehaviour {
  /** probability that an offer is declined, or left to expire */
  declineRate: number;
  ignoreRate: number;
  transferRate: number;
  /** seconds until an offer is answered, and per work step */
  answerSeconds: [number, number];
  workSeconds: [number, number];
}

export const DEFAULT_BEHAVIOUR: AgentBehaviour = {
  declineRate: 0.03,
  ignoreRate: 0.003,
  transferRate: 0.05,
  answerSeconds: [0.15, 0.8],
  workSeconds: [0.3, 1.5],
};
const DECLINE_REASONS = ['not_my_subject', 'language', 'conflict_of_interest', 'technical_fault'];

/** A simulated agent: signs in, subscribes to the live room, becomes available, accepts offers and works on them. */
export class Agent {
  readonly freePeriods = new FreePeriods();
  private person!: SignedIn;
  private desk!: AgentWorklist;
  private rooms!: LiveRooms;
  private state: PresenceState = 'offline';
  private readonly offers = new Map<string, OfferView>();
  private readonly answering = new Set<Promise<void>>();
  private leaving = false;

  constructor(
    private readonly target: Target,
    readonly email: string,
    private readonly random: Random,
    private readonly ledger: Ledger,
    private readonly manners: AgentBehaviour = DEFAULT_BEHAVIOUR,
  ) {}

  async start(): Promise<void> {
    this.person = await signIn(this.target.api, this.email, this.target.password);
    this.desk = new AgentWorklist(this.person, this.random.fork('desk'), this.ledger, this.manners);
    this.rooms = new LiveRooms(this.target.api, this.person.cookie);
    this.rooms.enter('me', {
      snapshot: (snapshot) => this.look(snapshot as Snapshots['me']),
      event: (event) => this.take(event),
    });
    await this.desk.resume();
    await this.goAvailable();
  }

  get gaps(): number {
    return this.rooms.gaps;
  }

  get faults(): string[] {
    return [...this.desk.faults, ...this.rooms.refusals];
  }

  /** Every offer is answered and all accepted work is finished. */
  get isIdle(): boolean {
    return this.offers.size === 0 && this.answering.size === 0 && this.desk.isEmpty;
  }

  /** What this agent's console shows; compared with the system's state. */
  get screen() {
    return { id: this.person.id, state: this.state, offers: [...this.offers.keys()] };
  }

  async signOut(): Promise<void> {
    this.leaving = true;
    await Promise.all(this.answering);
    await this.desk.close();
    this.rooms?.close();
    await this.person?.http.call('DELETE', '/api/v1/session', { patienceMs: 5_000 }).catch(() => undefined);
  }

  private async goAvailable(): Promise<void> {
    await this.person.http.call('PUT', '/api/v1/me/presence', { json: { state: 'available' } });
  }

  private look({ presence, offers }: Snapshots['me']): void {
    this.showPresence(presence);
    this.offers.clear();
    offers.forEach((offer) => this.consider(offer));
    this.measureFree();
  }

  private take(event: LiveEvent): void {
    if (event.type === 'offer.made') this.consider(event.data);
    if (event.type === 'offer.expired') this.offers.delete(event.data.id);
    if (event.type === 'presence.changed') this.showPresence(event.data);
    if (event.type === 'ticket.changed') this.desk.changed(event.data);
    this.measureFree();
  }

  private showPresence({ state, id }: LiveAgent): void {
    if (id !== this.person.id) return;
    this.state = state;
    // Becomes available again after wrap-up, an unanswered call or an expired offer.
    if (this.leaving || !['wrap_up', 'not_ready'].includes(state)) return;
    const back = pause(this.random.between(200, 800)).then(() => {
      const away = this.state === 'wrap_up' || this.state === 'not_ready';
      return this.leaving || !away ? undefined : this.goAvailable();
    });
    this.keep(back);
  }

  private measureFree(): void {
    this.freePeriods.set(this.state === 'available' && this.offers.size === 0);
  }

  private consider(offer: OfferView): void {
    if (this.offers.has(offer.id)) return;
    this.offers.set(offer.id, offer);
    this.ledger.recordOffer(offer.ticket.number, offer.ticket.subject);
    if (!this.leaving) this.keep(this.answer(offer));
  }

  private async answer(offer: OfferView): Promise<void> {
    const { declineRate, ignoreRate, answerSeconds } = this.manners;
    const [from, to] = answerSeconds;
    const declining = this.random.chance(declineRate);
    const ignoring = this.random.chance(ignoreRate);
    const reason = this.random.pick(DECLINE_REASONS);
    await pause(1_000 * this.random.between(from, to));
    if (ignoring) return;
    if (declining) await this.desk.decline(offer, reason);
    else await this.desk.accept(offer);
    this.offers.delete(offer.id);
    this.measureFree();
  }

  private keep(work: Promise<unknown>): void {
    const kept: Promise<void> = work
      .catch((error: Error) => void this.desk.faults.push(error.message))
      .then(() => void this.answering.delete(kept));
    this.answering.add(kept);
  }
}
