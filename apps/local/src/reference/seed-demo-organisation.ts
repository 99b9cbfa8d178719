import { uuidv7 } from '#wasl/kernel';
import { seedCentres } from './seed-centres.js';
import { seedQueue, seedSkill, type Queue, type Skill } from './seed-reference-data.js';
import { loadJson } from './load.js';
import type { Seeder } from './seeder.js';

interface Country {
  dialNumbers: Record<string, string[]>;
  entities: { key: string; answersFor: string[]; ar: string; en: string; kind?: string }[];
}
interface Service {
  code: string;
  of: string;
  queue: string;
  kind: string;
  ar: string;
  en: string;
  descriptionAr: string;
  descriptionEn: string;
  keywords: string;
  firstResponseMinutes: number;
  resolutionMinutes: number;
  /** what an entity must show before something counts as fixed */
  proof?: string;
  /** the Open311 type, when programs may submit it; such a service has a group and questions */
  open311?: string;
  groupAr?: string;
  groupEn?: string;
  attributes?: unknown[];
}
interface CannedReply {
  key: string;
  titleAr: string;
  titleEn: string;
  queue?: string;
  texts: { language: string; text: string }[];
}
interface Person {
  email: string;
  name: string;
  role: string;
  language: string;
  extension?: string;
  /** what their entity answers for */
  officerOf?: string;
  skills?: Record<string, number>;
}

/** Skill level of demo agents in a language of the country that staff.json does not list for them. */
const SECOND_LANGUAGE_LEVEL = 3;

/** The people of the demo organisation, in the order in which they are announced. */
export const demoSignIns = (): string[] => loadJson<Person[]>('staff.json').map((person) => person.email);

/** Seeds queues, entities, services and people that suit the country. */
export async function seedDemoOrganisation(
  seeder: Seeder,
  country: { code: string; languages: string[] },
  passwordHash: string,
): Promise<void> {
  const all = loadJson<Record<string, Country>>('entities.json');
  const here = all[country.code] ?? all.other!;
  const topics = loadJson<Skill[]>('skills.json').filter((skill) => skill.kind === 'topic');
  for (const topic of topics) await seedSkill(seeder, topic);
  await seedQueues(seeder, here);
  await seedServices(seeder, here);
  for (const reply of loadJson<CannedReply[]>('canned-replies.json')) await seedCannedReply(seeder, reply);
  await seedCentres(seeder);
  for (const person of loadJson<Person[]>('staff.json'))
    await seedPerson(seeder, person, here, country.languages, passwordHash);
  await seedLadders(seeder, here);
}

async function seedQueues(seeder: Seeder, here: Country): Promise<void> {
  for (const [position, queue] of loadJson<Queue[]>('queues.json').entries()) {
    await seedQueue(seeder, queue, position);
    // A separate seed step, because every installation has the first queue, without numbers.
    await seeder.once(`queue-numbers:${queue.key}`, () =>
      seeder.giveDialNumbers(queue.key, here.dialNumbers[queue.key] ?? []),
    );
  }
}

async function seedServices(seeder: Seeder, here: Country): Promise<void> {
  const services = loadJson<Service[]>('services.json');
  // Named so before; services and tickets stay with it.
  await seeder.once('entity-key:water', async () => {
    for (const before of ['ewa', 'utilities'])
      if (!(await seeder.idOf('entity', 'key', 'water')))
        await seeder.updateRow('entity', 'key', before, { key: 'water' });
  });
  for (const entity of here.entities) {
    await seeder.once(`entity:${entity.key}`, () =>
      seeder.insertRow('entity', {
        id: uuidv7(),
        key: entity.key,
        name_ar: entity.ar,
        name_en: entity.en,
        kind: entity.kind ?? 'ministry',
      }),
    );
  }
  for (const [position, service] of services.entries()) {
    const entity = here.entities.find((one) => one.answersFor.includes(service.of));
    await seeder.once(`service:${service.code}`, async () => {
      const entityId = entity && (await seeder.idOf('entity', 'key', entity.key));
      const queueId = await seeder.idOf('queue', 'key', service.queue);
      if (entityId && queueId)
        await seeder.insertRow('service', serviceRow(service, entityId, queueId, position));
    });
    // Separate seed steps, so that databases seeded before there were proofs and Open311 get them too.
    if (service.proof) {
      await seeder.once(`service-proof:${service.code}`, () =>
        seeder.updateRow('service', 'code', service.code, { proof: service.proof }),
      );
    }
    if (service.open311) {
      await seeder.once(`service-open311:${service.code}`, () =>
        seeder.updateRow('service', 'code', service.code, offer(service)),
      );
    }
  }
}

const serviceRow = (service: Service, entityId: string, queueId: string, position: number) => ({
  id: uuidv7(),
  code: service.code,
  entity_id: entityId,
  queue_id: queueId,
  name_ar: service.ar,
  name_en: service.en,
  description_ar: service.descriptionAr,
  description_en: service.descriptionEn,
  keywords: service.keywords,
  kind: service.kind,
  first_response_minutes: service.firstResponseMinutes,
  resolution_minutes: service.resolutionMinutes,
  position,
});

const offer = (service: Service) => ({
  open311: service.open311,
  group_ar: service.groupAr,
  group_en: service.groupEn,
  attributes: JSON.stringify(service.attributes),
});

function seedCannedReply(seeder: Seeder, reply: CannedReply): Promise<void> {
  return seeder.once(`canned-reply:${reply.key}`, async () => {
    const queueId = reply.queue ? await seeder.idOf('queue', 'key', reply.queue) : null;
    if (queueId === undefined) return;
    await seeder.insertRow('canned_reply', {
      key: reply.key,
      title_ar: reply.titleAr,
      title_en: reply.titleEn,
      queue_id: queueId,
      texts: JSON.stringify(reply.texts),
    });
  });
}

function seedPerson(
  seeder: Seeder,
  person: Person,
  here: Country,
  languages: string[],
  passwordHash: string,
): Promise<void> {
  return seeder.once(`staff:${person.email}`, async () => {
    const { email, name, role, language, extension, officerOf } = person;
    const entity = officerOf && here.entities.find(({ answersFor }) => answersFor.includes(officerOf));
    const row = {
      id: uuidv7(),
      email,
      name,
      role,
      language,
      extension: extension ?? null,
      entity_id: entity ? await seeder.idOf('entity', 'key', entity.key) : null,
      password_hash: passwordHash,
      is_demo: true,
    };
    await seeder.insertRow('staff', row);
    const staffId = await seeder.idOf('staff', 'email', email);
    if (!staffId || role !== 'agent') return;
    const spoken = Object.fromEntries(languages.map((key) => [key, SECOND_LANGUAGE_LEVEL]));
    for (const [key, level] of Object.entries({ ...spoken, ...person.skills })) {
      await seeder.insertRow('staff_skill', { staff_id: staffId, skill_key: key, level });
    }
    // Every agent serves every queue: skills decide who is best, and one agent alone can try everything.
    for (const queue of loadJson<Queue[]>('queues.json')) {
      const queueId = await seeder.idOf('queue', 'key', queue.key);
      if (queueId) await seeder.insertRow('agent_queue', { staff_id: staffId, queue_id: queueId });
    }
  });
}

/** The officer of an entity is told an hour after a referral should have been accepted. */
async function seedLadders(seeder: Seeder, here: Country): Promise<void> {
  for (const { email, officerOf } of loadJson<Person[]>('staff.json')) {
    const entity = officerOf && here.entities.find(({ answersFor }) => answersFor.includes(officerOf));
    if (!entity) continue;
    await seeder.once(`ladder:${entity.key}`, async () => {
      const officer = await seeder.idOf('staff', 'email', email);
      const ladder = officer ? [{ afterMinutes: 60, officers: [officer] }] : [];
      await seeder.updateRow('entity', 'key', entity.key, { ladder: JSON.stringify(ladder) });
    });
  }
}
