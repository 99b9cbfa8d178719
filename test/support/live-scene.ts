import type { EventPayloads, EventType, OfferView } from '#wasl/contracts';
import { waitFor } from '#wasl/testing';
import type { Client } from './client.js';
import { startSystem, type TestSystem } from './system.js';

const NAME = { ar: 'اسم', en: 'Name' };

/** Two agents with telephones, a supervisor, an administrator, an officer of an entity, and a ticket with an SLA target; no worker yet. */
export class LiveScene {
  private constructor(
    readonly system: TestSystem,
    readonly clients: Record<'mona' | 'ali' | 'sana' | 'nadia' | 'omar', Client>,
  ) {}

  number = '';
  ticketId = '';
  referralId = '';

  static async start(): Promise<LiveScene> {
    const system = await startSystem({
      mona: {},
      ali: {},
      sana: { role: 'supervisor', queues: [] },
      nadia: { role: 'administrator', queues: [] },
      omar: { role: 'entity_officer', queues: [], entity: 'works' },
    });
    for (const [name, extension] of [
      ['mona', '401'],
      ['ali', '402'],
    ] as const)
      await system.database.query('UPDATE staff SET extension = $2 WHERE id = $1', [
        system.people[name]!.id,
        extension,
      ]);
    const clients = {} as LiveScene['clients'];
    for (const name of ['mona', 'ali', 'sana', 'nadia', 'omar'] as const) {
      clients[name] = await system.signInAs(name);
      await clients[name].connect();
    }
    const scene = new LiveScene(system, clients);
    const targets = { resolution: { minutes: 100 } };
    const policy = { key: 'all', name: NAME, calendar: 'always', kind: 'request', targets };
    await scene.done(clients.nadia.post('/api/v1/admin/sla-policies', policy));
    scene.number = await scene.file();
    const [row] = await system.database.query<{ id: string }>('SELECT id FROM ticket WHERE number = $1', [
      scene.number.replaceAll('-', ''),
    ]);
    scene.ticketId = row!.id;
    return scene;
  }

  /** @returns the body of an answer that is no refusal */
  async done(answer: Promise<{ status: number; body: object }>): Promise<Record<string, unknown>> {
    const { status, body } = await answer;
    if (status >= 300) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
    return body as Record<string, unknown>;
  }

  async file(): Promise<string> {
    const requester = { email: 'r@example.com' };
    const body = { subject: 's', description: 'd', kind: 'request', queue: 'general', requester };
    return (await this.done(this.clients.sana.post('/api/v1/tickets', body))).number as string;
  }

  /** A ticket of its own, which mona has. */
  async refer(): Promise<void> {
    const number = await this.file();
    const assignee = this.system.people.mona!.id;
    await this.done(this.clients.sana.post(`/api/v1/tickets/${number}/assign`, { assignee }));
    const share = { requester: 'none', messages: [], attachments: [] };
    const path = `/api/v1/tickets/${number}/referrals`;
    const made = await this.done(this.clients.sana.post(path, { entity: 'works', note: 'n', share }));
    this.referralId = made.id as string;
  }

  async offerOf(client: Client): Promise<OfferView> {
    const first = async () => ((await client.get('/api/v1/me/offers')).body.data as OfferView[])[0];
    return (await waitFor(first, { what: 'an offer' }))!;
  }

  cti(body: object) {
    return this.done(this.system.anonymous.post('/api/v1/cti/cti-token-for-tests', body));
  }

  newCall(callId: string, user: string | string[]) {
    const parties = { direction: 'in', from: '+97333445566', to: '+97317555555' };
    return this.cti({ event: 'newCall', callId, ...parties, user });
  }

  /** As the owner of the event writes it: for what only a failing gateway or the passing of time causes. */
  emit<T extends EventType>(type: T, data: EventPayloads[T]) {
    return this.system.database.query('INSERT INTO outbox (type, at, data) VALUES ($1, now(), $2)', [
      type,
      data,
    ]);
  }

  /** What only a PBX that is driven by us tells. */
  async atPbx(type: 'call.changed' | 'call.stopped', callId: string, change: string): Promise<void> {
    const [row] = await this.system.database.query<{ interactionId: string; agentId: string }>(
      `UPDATE interaction SET ${change} WHERE call_id = $1 RETURNING id AS "interactionId", agent_id AS "agentId"`,
      [callId],
    );
    await this.emit(type, { ...row!, queue: null });
  }

  /** Lets the target of the ticket grow older. */
  age(minutes: number) {
    return this.system.database.query(
      `UPDATE clock SET started_at = started_at - $2 * interval '1 minute', due_at = due_at - $2 * interval '1 minute',
              at_risk_at = at_risk_at - $2 * interval '1 minute', next_at = next_at - $2 * interval '1 minute'
        WHERE ticket_id = $1`,
      [this.ticketId, minutes],
    );
  }

  async escalate(): Promise<void> {
    const { id } = this.system.people.mona!;
    const { ticketId, number } = this;
    const clock = { clock: 'resolution' as const, dueAt: new Date().toISOString(), step: 'one' };
    const told = { do: 'notify' as const, tell: [id], assigneeId: id };
    await this.emit('sla.escalated', { ticketId, number, queue: 'general', ...clock, ...told });
  }

  async moveDueTimes(): Promise<void> {
    await this.age(-200);
    const [row] = await this.system.database.query<{ version: number; status: 'open' }>(
      'SELECT version, status FROM ticket WHERE id = $1',
      [this.ticketId],
    );
    const { ticketId, number } = this;
    await this.emit('sla.moved', { ticketId, number, queue: 'general', assigneeId: null, ...row! });
  }

  changeQueue(key: string, patch: object) {
    return this.change(`/api/v1/admin/queues/${key}`, patch);
  }

  changeUser(name: string, patch: object) {
    return this.change(`/api/v1/admin/users/${this.system.people[name]!.id}`, patch);
  }

  addQueue(key: string) {
    return this.done(this.clients.nadia.post('/api/v1/admin/queues', { key, name: NAME }));
  }

  async stop(): Promise<void> {
    for (const client of Object.values(this.clients)) client.close();
    await this.system.stop();
  }

  private async change(path: string, patch: object) {
    const { version } = await this.done(this.clients.nadia.get(path));
    return this.done(this.clients.nadia.patch(path, patch, { 'if-match': `"${version}"` }));
  }
}
