import { setTimeout as pause } from 'node:timers/promises';
import { Agent, type AgentBehaviour } from './agent.js';
import { Board, readQueues } from './board.js';
import type { Journal } from './journal.js';
import { Ledger } from './ledger.js';
import { MailSender } from './mail.js';
import type { RunMarkers } from './run-markers.js';
import { type Load, planArrivals } from './plan.js';
import { Random } from './random.js';
import { Requesters } from './requesters.js';
import { ContactSender } from './contact-sender.js';
import { type SignedIn, signIn } from './sign-in.js';
import type { Target } from './target.js';

export interface SimulationOptions extends Load {
  agents: number;
  behaviour?: AgentBehaviour;
}

export const MOST_AGENTS = 8;
/** After so long without progress, the remaining work is stuck. */
const STUCK_MS = 90_000;

/** One run: contacts, agents who answer, and a supervisor's wallboard. */
export class Simulation {
  readonly ledger: Ledger;
  readonly agents: Agent[];
  supervisor!: SignedIn;
  board!: Board;
  private readonly mail: MailSender;
  private readonly senders: ContactSender;
  private readonly requesters: Requesters;
  private readonly sending: Promise<void>[] = [];
  private stopped = false;

  constructor(
    readonly target: Target,
    readonly wish: SimulationOptions,
    readonly marks: RunMarkers,
    journal: Journal,
  ) {
    this.ledger = new Ledger(marks, journal);
    this.mail = new MailSender(target);
    this.senders = new ContactSender(target, this.ledger, this.mail);
    this.requesters = new Requesters(target, this.ledger, this.mail);
    const random = new Random(wish.seed);
    this.agents = Array.from({ length: Math.min(wish.agents, MOST_AGENTS) }, (_, i) => {
      const email = `agent${i + 1}@demo.example`;
      return new Agent(target, email, random.fork(email), this.ledger, wish.behaviour);
    });
  }

  /** Number of waits for a rate limit of the public interfaces. */
  get limited(): number {
    return this.senders.limited;
  }

  async start(): Promise<void> {
    this.supervisor = await signIn(this.target.api, 'supervisor@demo.example', this.target.password);
    this.board = new Board(this.target.api, this.supervisor);
    await Promise.all(this.agents.map((agent) => agent.start()));
  }

  /** Sends all contacts at their times; returns when each is acknowledged or failed. */
  async sendArrivals(): Promise<void> {
    const started = Date.now();
    for (const arrival of planArrivals(this.wish)) {
      await pause(Math.max(0, started + arrival.atMs - Date.now()));
      if (this.stopped) break;
      this.sending.push(this.senders.send(this.ledger.recordSent(arrival)));
    }
    await Promise.all(this.sending);
  }

  stopArrivals(): void {
    this.stopped = true;
  }

  /** Waits for the agents to finish. @returns whether all queues were empty at the end */
  async drain(withinMs: number): Promise<boolean> {
    const end = Date.now() + withinMs;
    let left = Infinity;
    let movedAt = Date.now();
    for (;;) {
      const queues = await readQueues(this.supervisor.http);
      const now = queues.reduce((sum, queue) => sum + queue.waiting + queue.offered + queue.handling, 0);
      const idle = this.agents.every((agent) => agent.isIdle);
      if (now === 0 && idle) return true;
      if (now !== left) movedAt = Date.now();
      left = now;
      if (Date.now() > end || Date.now() - movedAt > STUCK_MS) return false;
      await pause(500);
    }
  }

  /** Requesters start no more replies; those being sent are finished. */
  async stopWriting(): Promise<void> {
    await this.requesters.close();
  }

  async stop(): Promise<void> {
    this.stopArrivals();
    await Promise.allSettled(this.agents.map((agent) => agent.signOut()));
    this.board?.close();
    await this.supervisor?.http
      .call('DELETE', '/api/v1/session', { patienceMs: 5_000 })
      .catch(() => undefined);
    this.mail.close();
  }
}
