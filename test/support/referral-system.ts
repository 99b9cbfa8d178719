import { uuidv7 } from '#wasl/kernel';
import type { Answer, Client } from './client.js';
import { startSystem, type TestSystem } from './system.js';

export interface ReferralSystem {
  system: TestSystem;
  clients: Record<string, Client>;
  /** a ticket of the centre. @returns its grouped number */
  fileTicket(service?: string): Promise<string>;
  /** refers a ticket, by default to works. */
  refer(number: string, given?: object, as?: string): Promise<Answer>;
  /** the same, and answers the id */
  referred(number: string, given?: object): Promise<string>;
  verb(
    as: string,
    id: string,
    verb: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  upload(as: string, content: Buffer | string, name?: string): Promise<string>;
  ticketOf(number: string): Promise<Record<string, unknown>>;
  stop(): Promise<void>;
}

/** A PNG of one pixel. */
export const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** Two entities with officers, agents and an arbiter of the centre. */
export async function startReferralSystem(options: { worker?: boolean } = {}): Promise<ReferralSystem> {
  const system = await startSystem(
    {
      mona: {},
      sana: { role: 'supervisor' },
      root: { role: 'administrator', groups: ['family'] },
      wafa: { role: 'entity_officer', entity: 'works' },
      walid: { role: 'entity_supervisor', entity: 'works' },
      wael: { role: 'entity_officer', entity: 'water' },
      nour: { role: 'entity_officer', entity: 'energy' },
    },
    options,
  );
  for (const [code, entity, proof, restricted] of [
    ['road', 'works', 'photo', false],
    ['leak', 'water', 'none', false],
    ['family', 'health', 'none', true],
  ] as const) {
    await system.database.query(
      `INSERT INTO entity (id, key, name_ar, name_en) VALUES ($1, $2, $2, $2) ON CONFLICT (key) DO NOTHING`,
      [uuidv7(), entity],
    );
    await system.database.query(
      `INSERT INTO service (id, code, name_ar, name_en, entity_id, queue_id, proof, restricted, reader_groups)
       SELECT $1, $2, $2, $2, e.id, q.id, $4, $5, CASE WHEN $5 THEN '{family}'::text[] ELSE '{}' END
         FROM entity e, queue q WHERE e.key = $3 AND q.key = 'general'`,
      [uuidv7(), code, entity, proof, restricted],
    );
  }
  const clients: Record<string, Client> = {};
  for (const name of Object.keys(system.people)) clients[name] = await system.signInAs(name);
  const refer = (number: string, given: object = {}, as = 'mona') =>
    clients[as]!.post(`/api/v1/tickets/${number}/referrals`, {
      entity: 'works',
      note: 'please mend it',
      share: { requester: 'name', messages: 'all', attachments: 'all' },
      ...given,
    });
  return {
    system,
    clients,
    async fileTicket(service) {
      const { body } = await clients.root!.post('/api/v1/tickets', {
        subject: 'a hole in the road',
        description: 'deep and wet',
        language: 'en',
        service,
        requester: { name: 'Fatima', phone: '+97317123456' },
        location: { lat: 26.2, long: 50.5, address: 'Road 12' },
      });
      return body.number as string;
    },
    refer,
    async referred(number, given) {
      const { status, body } = await refer(number, given);
      if (status !== 201) throw new Error(`referring answered ${status} ${String(body.code)}`);
      return body.id as string;
    },
    verb: (as, id, verb, body, headers) =>
      clients[as]!.post(`/api/v1/referrals/${id}/${verb}`, body, headers),
    async upload(as, content, name = 'file.png') {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(Buffer.from(content))]), name);
      const answer = await fetch(`${system.url}/api/v1/attachments`, {
        method: 'POST',
        body: form,
        headers: { cookie: clients[as]!.cookie! },
      });
      return ((await answer.json()) as { id: string }).id;
    },
    ticketOf: async (number) => (await clients.root!.get(`/api/v1/tickets/${number}`)).body,
    async stop() {
      for (const client of Object.values(clients)) client.close();
      await system.stop();
    },
  };
}
