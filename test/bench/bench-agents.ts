import { io, type Socket } from 'socket.io-client';
import type { LiveEvent, OfferView } from '#wasl/contracts';
import { type SignedIn, signIn } from '../simulate/sign-in.js';
import { seedContactCentre, PASSWORD } from '../support/seed-contact-centre.js';
import { type BenchSystem, withDatabase } from './bench-system.js';

const SIGN_INS_AT_ONCE = 4;

/** The capacity for fifty tickets. */
const MAX_UNITS = 1_000;
const SETTLED_AT_ONCE = 8;

/**
 * Agents who serve all queues and accept every offer at once, so that the system is measured and not
 * the agents. They also resolve each ticket at once, or keep it until
 * `settleAll`.
 */
export class BenchAgents {
  /** when each ticket was first offered, by its number; `performance.now()` */
  readonly offeredAt = new Map<string, number>();
  readonly faults: string[] = [];
  accepted = 0;
  resolved = 0;
  /** whether they settle at once */
  resolvesAtOnce = false;
  private readonly held: AcceptedTicket[] = [];
  private readonly sockets: Socket[] = [];

  static async start(system: BenchSystem, count: number): Promise<BenchAgents> {
    const names = Array.from({ length: count }, (_, n) => `bench${n}`);
    const everything = await allOf(system.databaseUrl);
    const people = await seedContactCentre(
      system.databaseUrl,
      Object.fromEntries(names.map((name) => [name, everything])),
    );
    await withDatabase(system.databaseUrl, (client) =>
      client.query('UPDATE staff SET capacity_units = $1 WHERE id = ANY($2)', [
        MAX_UNITS,
        Object.values(people).map(({ id }) => id),
      ]),
    );
    const agents = new BenchAgents();
    const waiting = Object.values(people);
    await Promise.all(
      Array.from({ length: SIGN_INS_AT_ONCE }, async () => {
        for (let person = waiting.pop(); person; person = waiting.pop())
          await agents.add(system.api, person.email);
      }),
    );
    return agents;
  }

  close(): void {
    for (const socket of this.sockets) socket.close();
  }

  private async add(api: string, email: string): Promise<void> {
    const person = await signIn(api, email, PASSWORD);
    const socket = io(`${api}/live`, {
      transports: ['websocket'],
      extraHeaders: { cookie: person.cookie },
      forceNew: true,
    });
    this.sockets.push(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    socket.on('event', (event: LiveEvent) => {
      if (event.type === 'offer.made') void this.take(person, event.data as OfferView);
    });
    await socket.emitWithAck('subscribe', { room: 'me' });
    const { status } = await person.http.call('PUT', '/api/v1/me/presence', {
      json: { state: 'available' },
    });
    if (status !== 200) throw new Error(`${email} cannot go available: ${status}`);
  }

  private async take(person: SignedIn, { id, ticket: { number } }: OfferView): Promise<void> {
    if (!this.offeredAt.has(number)) this.offeredAt.set(number, performance.now());
    await this.attempt(async () => {
      const { status } = await person.http.post(`/api/v1/offers/${id}/accept`);
      if (status !== 200) throw new Error(`accept answered ${status}`);
      this.accepted++;
      this.held.push({ person, number });
    });
    if (this.resolvesAtOnce) await this.settle(this.held.pop());
  }

  /** All accepted tickets. */
  async resolveAll(): Promise<void> {
    await Promise.all(
      Array.from({ length: SETTLED_AT_ONCE }, async () => {
        while (this.held.length > 0) await this.settle(this.held.pop());
      }),
    );
  }

  private async settle(held: AcceptedTicket | undefined): Promise<void> {
    if (!held) return;
    await this.attempt(async () => {
      const { status } = await held.person.http.post(`/api/v1/tickets/${held.number}/resolve`, {
        json: { note: 'Settled.' },
      });
      if (status !== 200) throw new Error(`resolve answered ${status}`);
      this.resolved++;
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.faults.push((error as Error).message);
    }
  }
}

interface AcceptedTicket {
  person: SignedIn;
  number: string;
}

/** Every queue, and every skill at its highest level. */
function allOf(url: string): Promise<{ queues: string[]; skills: Record<string, number> }> {
  return withDatabase(url, async (client) => {
    const queues = await client.query<{ key: string }>('SELECT key FROM queue');
    const skills = await client.query<{ key: string }>('SELECT key FROM skill');
    return {
      queues: queues.rows.map((row) => row.key),
      skills: Object.fromEntries(skills.rows.map((row) => [row.key, 5])),
    };
  });
}
