import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '#wasl/audit';
import { ResealSecrets } from '#wasl/identity';
import {
  Database,
  Keys,
  rewrapKeyRing,
  type RuntimeSettings,
  type SealedCounts,
  type SealedValues,
  SETTINGS,
  type Tx,
  UnitOfWork,
} from '#wasl/platform';
import { ResealWebhookSecrets } from '#wasl/webhooks';

/** How much stored data still depends on one key of SECRET_KEY. */
export interface KeyUse {
  id: string;
  newest: boolean;
  /** kept keys (numbers, codes, addresses, audit …) that only this key opens */
  keptKeys: number;
}

export interface KeyStatus {
  keys: KeyUse[];
  /** secrets of authenticator apps and webhooks */
  secrets: SealedCounts;
  /** since when things are signed with the newest key */
  newestSince: Date | null;
}

/** Cookies, forms and file links expire within a day. */
export const SHORT_LIVED_HOURS = 24;

/**
 * Re-encrypts everything stored under earlier keys of SECRET_KEY with the newest one, so that the earlier keys can be
 * removed.
 */
@Injectable()
export class RotateKeys {
  private readonly sealed: Record<string, SealedValues>;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(ResealSecrets) ofApps: ResealSecrets,
    @Inject(ResealWebhookSecrets) ofWebhooks: ResealWebhookSecrets,
    @Inject(AuditTrail) private readonly trail: AuditTrail,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
  ) {
    this.sealed = { 'authenticator apps': ofApps, webhooks: ofWebhooks };
  }

  async status(): Promise<KeyStatus> {
    const kept = await this.database.query<{ id: string; count: number }>(
      'SELECT wrapped_by AS id, count(*)::int AS count FROM kept_key GROUP BY 1',
    );
    const [since] = await this.database.query<{ at: Date | null }>(
      'SELECT min(created_at) AS at FROM kept_key WHERE origin = $1',
      [this.keys.ids[0]],
    );
    return {
      keys: this.keys.ids.map((id, n) => ({
        id,
        newest: n === 0,
        keptKeys: kept.find((row) => row.id === id)?.count ?? 0,
      })),
      secrets: await this.countSealed(),
      newestSince: since?.at ?? null,
    };
  }

  /**
   * Safe to repeat and to interrupt: the key ring is rewrapped last, and until then a process without the earlier key
   * refuses to start.
   */
  async rotate(progress: (line: string) => void): Promise<void> {
    const newest = this.keys.ids[0]!;
    let sealed = 0;
    for (const [owners, values] of Object.entries(this.sealed)) {
      sealed += await values.reseal((seen) => progress(`secrets of ${owners}: ${seen} seen`));
      const { lost } = await values.count();
      if (lost > 0)
        throw new Error(`${lost} secrets of ${owners} cannot be decrypted with any key of SECRET_KEY`);
    }
    const kept = await this.unitOfWork.run((tx) => this.finish(tx, newest, sealed));
    progress(
      sealed + kept === 0
        ? `everything is kept under key ${newest} already`
        : `moved to key ${newest}: ${sealed} secrets, ${kept} kept keys`,
    );
  }

  private async countSealed(): Promise<SealedCounts> {
    const sum: SealedCounts = { newest: 0, earlier: 0, lost: 0 };
    for (const values of Object.values(this.sealed)) {
      const counts = await values.count();
      sum.newest += counts.newest;
      sum.earlier += counts.earlier;
      sum.lost += counts.lost;
    }
    return sum;
  }

  private async finish(tx: Tx, newest: string, secrets: number): Promise<number> {
    await this.trail.reseal(tx);
    const keptKeys = await rewrapKeyRing((text, values) => tx.query(text, values), this.settings);
    if (secrets + keptKeys > 0)
      tx.emit('audit.noted', {
        actorId: null,
        action: 'keys.rotated',
        targetKind: 'secret_key',
        targetId: newest,
        detail: { secrets, keptKeys },
      });
    return keptKeys;
  }
}
