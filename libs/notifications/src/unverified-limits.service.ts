import { Inject, Injectable } from '@nestjs/common';
import { BatchLoader, countHits, Keys, Metrics, type Tx, UnitOfWork } from '#wasl/platform';
import type { Address } from '#wasl/requesters';
import { addSystemHistoryOnce } from '#wasl/tickets';
import type { ContactFacts } from './contact-facts.js';
import {
  type ContactStanding,
  limitsFor,
  type StoredPurpose,
  type UnverifiedLimit,
} from './domain/notice-wording.js';

/** Limits automatic notices to unverified addresses, by address, source and content. */
@Injectable()
export class UnverifiedLimits {
  /** those that come together are counted together; found are the limits that are reached */
  private readonly asked = new BatchLoader<Asked, UnverifiedLimit['what']>((asked) => this.countAll(asked));

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  /**
   * Counts one more notice. Those over the limit are not sent; staff see that in the ticket's history, the submitter
   * does not.
   * @returns whether it may be sent
   */
  async admit(ticketId: string, contact: ContactFacts, purpose: StoredPurpose): Promise<boolean> {
    const limits = limitsFor(contact);
    const counters = limits.flatMap((limit) => this.countersOf(limit, contact));
    if (counters.length === 0) return true;
    const noted = { contact: contact.id, kind: contact.kind, purpose };
    const reached = await this.asked.load({ ticketId, counters, noted });
    if (reached) this.metrics.noticesWithheld.inc({ limit: reached });
    return reached === undefined;
  }

  /**
   * Counts one more code to sign in, by address alone and apart from notices: anybody can ask for a code, and must not use
   * up what notices may be sent.
   * @returns whether it may be sent
   */
  async admitCode(address: Address & ContactStanding): Promise<boolean> {
    const subject = { ...address, source: null, content: null };
    const counters = limitsFor(address).flatMap((limit) =>
      this.countersOf(limit, subject, 'unverified-code'),
    );
    if (counters.length === 0) return true;
    const hits = await this.unitOfWork.run((tx) =>
      countHits(
        tx,
        counters.map(({ key, minutes }) => ({ key, minutes, times: 1 })),
      ),
    );
    const reached = counters.find(({ key, most }) => hits.get(key)! > most);
    if (reached) this.metrics.noticesWithheld.inc({ limit: reached.what });
    return reached === undefined;
  }

  private countAll(asked: Asked[]): Promise<Map<Asked, UnverifiedLimit['what']>> {
    return this.unitOfWork.run(async (tx) => {
      const reached = await countedOver(tx, asked);
      // Once for each contact and purpose, because an event may be repeated.
      for (const [{ ticketId, noted }, limit] of reached)
        addSystemHistoryOnce(tx, { ticketId, type: 'notice_withheld', data: { ...noted, limit } });
      return reached;
    });
  }

  private countersOf(limit: UnverifiedLimit, contact: LimitedContact, what = 'unverified'): LimitCounter[] {
    const of = this.subjectOf(limit.what, contact);
    if (of === null) return [];
    const key = `${what}:${limit.what}:${of}`;
    return [
      { what: limit.what, key: `${key}:hour`, most: limit.hour, minutes: 60 },
      { what: limit.what, key: `${key}:day`, most: limit.day, minutes: 24 * 60 },
    ];
  }

  /** Keyed by a digest of the address, because counters outlive tickets. */
  private subjectOf(what: UnverifiedLimit['what'], { kind, value, source, content }: LimitedContact) {
    if (what === 'source') return source;
    if (what === 'content') return content;
    return this.keys.sign('address-limits', `address:${kind}:${value}`).subarray(0, 12).toString('hex');
  }
}

type LimitedContact = Pick<ContactFacts, 'kind' | 'value' | 'source' | 'content'>;

interface LimitCounter {
  what: UnverifiedLimit['what'];
  key: string;
  most: number;
  minutes: number;
}

interface Asked {
  ticketId: string;
  counters: LimitCounter[];
  /** what staff see when it is withheld */
  noted: Record<string, string>;
}

async function countedOver(tx: Tx, asked: Asked[]): Promise<Map<Asked, UnverifiedLimit['what']>> {
  const counters = new Map<string, { minutes: number; times: number }>();
  for (const { key, minutes } of asked.flatMap((one) => one.counters))
    counters.set(key, { minutes, times: (counters.get(key)?.times ?? 0) + 1 });
  const counted = await countHits(
    tx,
    [...counters].map(([key, counter]) => ({ key, ...counter })),
  );
  // One after the other, as they were asked for.
  const hits = new Map([...counted].map(([key, count]) => [key, count - counters.get(key)!.times]));
  const over = new Map<Asked, UnverifiedLimit['what']>();
  for (const one of asked) {
    for (const { key } of one.counters) hits.set(key, hits.get(key)! + 1);
    const reached = one.counters.find(({ key, most }) => hits.get(key)! > most);
    if (reached) over.set(one, reached.what);
  }
  return over;
}
