import { Inject, Injectable } from '@nestjs/common';
import { addMs, minutes, toAsciiDigits, type UiLanguage, uuidv7 } from '#wasl/kernel';
import { AttemptBudgets, credentialHash, Keys, type Tx, UnitOfWork } from '#wasl/platform';
import type { Address } from '#wasl/requesters';
import { codeBudgets, tryBudgets } from './domain/sign-in-budgets.js';

export const SIGN_IN_CODE_MINUTES = 10;
/** Wrong tries before another code must be asked for. */
const CODE_TRIES = 5;

/** Eight digits. They follow from id and key, so that nobody who reads the database knows them. */
export const signInCodeOf = (keys: Keys, id: string): string => eightDigits(keys.sign('sign-in-code', id));
const eightDigits = (mac: Buffer) => String(mac.readUIntBE(0, 6) % 100_000_000).padStart(8, '0');

/** One-time codes by which the owner of an address signs in, tried only by the browser that asked for them. */
@Injectable()
export class SignInCodes {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AttemptBudgets) private readonly attempts: AttemptBudgets,
    @Inject(Keys) private readonly keys: Keys,
  ) {}

  /**
   * Asks for a code. Whether the address is known is looked up by the worker that sends it, so that neither the answer
   * nor its time tells. Replaces the browser's code before it.
   * @param holder secret of the browser's cookie
   */
  async request(address: Address, language: UiLanguage, holder: string, source: string): Promise<void> {
    const { granted } = await this.attempts.reserve(codeBudgets(`${address.kind} ${address.value}`, source));
    if (!granted) return;
    const id = uuidv7();
    await this.unitOfWork.run((tx) => {
      const hash = credentialHash(holder);
      tx.send('DELETE FROM requester_code WHERE holder_hash = $1', [hash]);
      tx.send(
        `INSERT INTO requester_code (id, holder_hash, kind, value, language, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [
          id,
          hash,
          address.kind,
          address.value,
          language,
          tx.now,
          addMs(tx.now, minutes(SIGN_IN_CODE_MINUTES)),
        ],
      );
      tx.emit('requester.code_asked', { codeId: id });
      return Promise.resolve();
    });
  }

  /**
   * Checks a code; the try is counted before it is compared.
   * @returns a function that uses the code up and returns its address, or null when another call was faster; null when
   * the code is wrong
   */
  async check(
    typed: string,
    holder: string,
    source: string,
  ): Promise<((tx: Tx) => Promise<Address | null>) | null> {
    const reserved = await this.attempts.reserve(tryBudgets(source));
    if (!reserved.granted) return null;
    const [tried] = await this.unitOfWork.run((tx) =>
      tx.query<{ id: string }>(
        `UPDATE requester_code SET tries = tries + 1
          WHERE holder_hash = $1 AND tries < ${CODE_TRIES} AND expires_at > now() RETURNING id`,
        [credentialHash(holder)],
      ),
    );
    const digits = toAsciiDigits(typed.slice(0, 40)).replace(/\D/g, '');
    // Compared also when there is none, so that both take the same time.
    const matches = this.keys.verifySignature('sign-in-code', tried?.id ?? '', digits, eightDigits);
    if (!tried || !matches) return null;
    await this.attempts.succeed(reserved);
    return (tx) => useUp(tx, tried.id);
  }
}

async function useUp(tx: Tx, id: string): Promise<Address | null> {
  const [row] = await tx.query<Address>('DELETE FROM requester_code WHERE id = $1 RETURNING kind, value', [
    id,
  ]);
  return row ?? null;
}
