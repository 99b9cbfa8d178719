import { uuidv7 } from '#wasl/kernel';
import { type Keys, NoAnswer, type Tx } from '#wasl/platform';
import { newSecret } from './domain/sign-message.js';

/** How long the earlier secret signs beside the new one. */
export const ROTATION_HOURS = 24;

type Sealer = Pick<Keys, 'seal' | 'unseal'>;

/** Stores a new secret, sealed for its own row. @returns it with its id */
export function insertSecret(tx: Tx, keys: Sealer, webhookId: string): { id: string; secret: Buffer } {
  const id = uuidv7();
  const secret = newSecret();
  tx.send('INSERT INTO webhook_secret (id, webhook_id, secret) VALUES ($1, $2, $3)', [
    id,
    webhookId,
    keys.seal('webhook-secret', secret, id),
  ]);
  return { id, secret };
}

interface Row {
  id: string;
  secret: Buffer;
}

/** The secrets that sign for a webhook now, newest first. @throws NoAnswer when one of them cannot be opened */
export async function signingSecrets(
  db: Pick<Tx, 'query'>,
  keys: Sealer,
  webhookId: string,
): Promise<Buffer[]> {
  const rows = await db.query<Row>(
    `SELECT id, secret FROM webhook_secret
      WHERE webhook_id = $1 AND (expires_at IS NULL OR expires_at > now()) ORDER BY id DESC`,
    [webhookId],
  );
  return rows.map((row) => openSecret(keys, row));
}

/** A secret by its id. @returns null when it has been removed */
export async function secretById(db: Pick<Tx, 'query'>, keys: Sealer, id: string): Promise<Buffer | null> {
  const [row] = await db.query<Row>('SELECT id, secret FROM webhook_secret WHERE id = $1', [id]);
  return row ? openSecret(keys, row) : null;
}

function openSecret(keys: Sealer, { id, secret }: Row): Buffer {
  const opened = keys.unseal('webhook-secret', secret, id);
  if (!opened) throw new NoAnswer('the secret was sealed with a key that is not in SECRET_KEY');
  return opened.content;
}
