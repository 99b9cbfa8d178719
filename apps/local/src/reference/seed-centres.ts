import { uuidv7 } from '#wasl/kernel';
import { loadJson } from './load.js';
import type { Seeder } from './seeder.js';

interface Centre {
  key: string;
  ar: string;
  en: string;
  addressAr: string;
  addressEn: string;
  letter: string;
  /** null: open around the clock, so that a demonstration is never closed */
  calendar: string | null;
  queues: string[];
  desks: string[];
}

/** Seeds the service centres and their desks. */
export async function seedCentres(seeder: Seeder): Promise<void> {
  for (const centre of loadJson<Centre[]>('centres.json'))
    await seeder.once(`centre:${centre.key}`, () => seedCentre(seeder, centre));
}

async function seedCentre(seeder: Seeder, centre: Centre): Promise<void> {
  const { key, ar, en, addressAr, addressEn, letter, calendar, queues, desks } = centre;
  await seeder.insertRow('centre', {
    id: uuidv7(),
    key,
    name_ar: ar,
    name_en: en,
    address_ar: addressAr,
    address_en: addressEn,
    letter,
    calendar,
  });
  const centreId = await seeder.idOf('centre', 'key', key);
  for (const [position, queue] of queues.entries()) {
    const queueId = await seeder.idOf('queue', 'key', queue);
    if (queueId) await seeder.insertRow('centre_queue', { centre_id: centreId, queue_id: queueId, position });
  }
  for (const [position, label] of desks.entries())
    await seeder.insertRow('desk', { id: uuidv7(), centre_id: centreId, label, position });
}
