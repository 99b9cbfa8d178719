import { Inject, Injectable } from '@nestjs/common';
import type { AuditAction, AuditDetail, WebhookDisabledReason, WebhookEvent } from '#wasl/contracts';
import {
  conflict,
  decodeCursor,
  invalidField,
  isUuid,
  notFound,
  type Page,
  pageOf,
  type PageRequest,
  requireVersion,
  uuidv7,
} from '#wasl/kernel';
import { Database, type IdempotencyClaim, Keys, runOnce, type Tx, UnitOfWork } from '#wasl/platform';
import { cancelWaiting, markDisabled } from './disable-webhook.service.js';
import { secretText } from './domain/sign-message.js';
import { insertSecret, ROTATION_HOURS, secretById } from './webhook-secrets.js';

export interface WebhookDraft {
  url: string;
  events: WebhookEvent[];
  /** key of the entity of whose tickets alone it is told; null: of all */
  entity: string | null;
}

export interface WebhookView extends WebhookDraft {
  id: string;
  enabled: boolean;
  disabledAt: string | null;
  disabledBecause: WebhookDisabledReason | null;
  /** until when the secret before the last rotation signs as well */
  earlierSecretUntil: string | null;
  createdAt: string;
  version: number;
}

export interface WebhookPatch {
  url?: string;
  events?: WebhookEvent[];
  enabled?: boolean;
}

type Row = Omit<WebhookView, 'createdAt' | 'disabledAt' | 'earlierSecretUntil'> &
  Record<'createdAt', Date> &
  Record<'disabledAt' | 'earlierSecretUntil', Date | null>;

/** Each sends a few requests at once, so their number is limited as well. */
const MOST_WEBHOOKS = 50;
/** Secrets of one webhook that sign at once, when it is rotated again and again. */
const MOST_SECRETS = 4;

const SELECT = `SELECT w.id, w.url, w.events, e.key AS entity, w.disabled_at IS NULL AS enabled,
       w.disabled_at AS "disabledAt", w.disabled_because AS "disabledBecause", w.created_at AS "createdAt", w.version,
       (SELECT max(s.expires_at) FROM webhook_secret s WHERE s.webhook_id = w.id AND s.expires_at > now())
         AS "earlierSecretUntil"
  FROM webhook w LEFT JOIN entity e ON e.id = w.entity_id`;

/** Manages webhooks. */
@Injectable()
export class WebhookAdmin {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Keys) private readonly keys: Keys,
  ) {}

  /** Oldest first. */
  async list(page: PageRequest): Promise<Page<WebhookView>> {
    const after = page.after ? decodeCursor(page.after, 'uuid')[0] : null;
    const rows = await this.database.query<Row>(
      `${SELECT} WHERE $1::uuid IS NULL OR w.id > $1 ORDER BY w.id LIMIT $2`,
      [after, page.size + 1],
    );
    return pageOf(rows.map(viewOf), page.size, ({ id }) => [id]);
  }

  /**
   * Repeated with the same idempotency key it answers the same secret; that is not stored with the answer, but opened
   * again.
   * @throws conflict `webhook.too_many`; invalid when the entity does not exist
   */
  async create(
    { url, events, entity }: WebhookDraft,
    actorId: string,
    claim?: IdempotencyClaim,
  ): Promise<WebhookView & { secret: string }> {
    return this.unitOfWork.run(async (tx) => {
      const made = await runOnce(tx, claim, async () => {
        const id = uuidv7();
        await this.requireRoom(tx);
        await tx.query(
          'INSERT INTO webhook (id, url, events, entity_id, created_at) VALUES ($1, $2, $3, $4, $5)',
          [id, url, unique(events), entity === null ? null : await entityId(tx, entity), tx.now],
        );
        const secret = insertSecret(tx, this.keys, id);
        note(tx, actorId, 'config.created', id, { host: new URL(url).host, events: unique(events) });
        return { id, secretId: secret.id };
      });
      const secret = await secretById(tx, this.keys, made.secretId);
      if (!secret) throw notFound('webhook.not_found');
      return { ...(await read(tx, made.id)), secret: secretText(secret) };
    });
  }

  /** @throws not_found; stale */
  async change(id: string, patch: WebhookPatch, version: number, actorId: string): Promise<WebhookView> {
    return this.unitOfWork.run(async (tx) => {
      const before = await lock(tx, id);
      requireVersion(before, version);
      const { url = before.url, events = before.events, enabled = before.enabled } = patch;
      // What was left of the time before it was disabled is not sent late; an administrator may replay it.
      if (enabled && !before.enabled) await cancelWaiting(tx, id);
      if (!enabled && before.enabled) await markDisabled(tx, id, 'administrator');
      await tx.query(
        `UPDATE webhook SET url = $2, events = $3, version = $4,
                disabled_at = CASE WHEN $5 THEN NULL ELSE disabled_at END,
                disabled_because = CASE WHEN $5 THEN NULL ELSE disabled_because END
          WHERE id = $1`,
        [id, url, unique(events), before.version + 1, enabled],
      );
      const fields = Object.entries(patch).flatMap(([name, value]) => (value === undefined ? [] : [name]));
      note(tx, actorId, 'config.changed', id, { fields, enabled, host: new URL(url).host });
      return read(tx, id);
    });
  }

  /** Its deliveries go with it. @throws not_found */
  async remove(id: string, actorId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const { url } = await lock(tx, id);
      await tx.query('DELETE FROM webhook WHERE id = $1', [id]);
      note(tx, actorId, 'config.removed', id, { host: new URL(url).host });
    });
  }

  /**
   * Makes a new secret; the one before signs beside it for a day.
   * @throws not_found; conflict `webhook.rotated_too_often`
   */
  async rotate(id: string, actorId: string): Promise<{ secret: string; earlierSecretUntil: string }> {
    return this.unitOfWork.run(async (tx) => {
      await lock(tx, id);
      await tx.query('DELETE FROM webhook_secret WHERE webhook_id = $1 AND expires_at <= now()', [id]);
      const [{ count } = { count: 0 }] = await tx.query<{ count: number }>(
        'SELECT count(*)::int AS count FROM webhook_secret WHERE webhook_id = $1',
        [id],
      );
      if (count >= MOST_SECRETS) throw conflict('webhook.rotated_too_often');
      const [earlier] = await tx.query<{ until: Date }>(
        `UPDATE webhook_secret SET expires_at = now() + $2 * interval '1 hour'
          WHERE webhook_id = $1 AND expires_at IS NULL RETURNING expires_at AS until`,
        [id, ROTATION_HOURS],
      );
      const { secret } = insertSecret(tx, this.keys, id);
      note(tx, actorId, 'webhook.rotated', id, {});
      return { secret: secretText(secret), earlierSecretUntil: earlier!.until.toISOString() };
    });
  }

  /** Under a lock, so that two at once do not exceed it. */
  private async requireRoom(tx: Tx): Promise<void> {
    await tx.query('LOCK TABLE webhook IN SHARE ROW EXCLUSIVE MODE');
    const [{ count } = { count: 0 }] = await tx.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM webhook',
    );
    if (count >= MOST_WEBHOOKS) throw conflict('webhook.too_many', { most: MOST_WEBHOOKS });
  }
}

/** Locks a webhook for a change. @throws not_found `webhook.not_found` */
export async function lock(tx: Tx, id: string): Promise<WebhookView> {
  if (!isUuid(id)) throw notFound('webhook.not_found');
  await tx.query('SELECT 1 FROM webhook WHERE id = $1 FOR UPDATE', [id]);
  return read(tx, id);
}

async function read(db: Pick<Tx, 'query'>, id: string): Promise<WebhookView> {
  const [row] = await db.query<Row>(`${SELECT} WHERE w.id = $1`, [id]);
  if (!row) throw notFound('webhook.not_found');
  return viewOf(row);
}

async function entityId(tx: Tx, key: string): Promise<string> {
  const [row] = await tx.query<{ id: string }>('SELECT id FROM entity WHERE key = $1', [key]);
  if (!row) throw invalidField('entity', 'not_found');
  return row.id;
}

/** An address may contain a secret of its receiver, so that only its host is recorded. */
export function note(
  tx: Tx,
  actorId: string,
  action: AuditAction,
  targetId: string,
  detail: AuditDetail,
): void {
  tx.emit('audit.noted', { actorId, action, targetKind: 'webhook', targetId, detail });
}

const viewOf = (row: Row): WebhookView => ({
  ...row,
  disabledAt: row.disabledAt?.toISOString() ?? null,
  earlierSecretUntil: row.earlierSecretUntil?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
});

const unique = <T>(items: T[]): T[] => [...new Set(items)];
