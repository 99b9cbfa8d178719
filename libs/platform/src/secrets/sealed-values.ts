import type { KeyPurpose } from './key-uses.js';
import type { Keys } from './keys.js';

/** A stored value that is sealed for its owner. */
export interface SealedValue {
  owner: string;
  sealed: Buffer;
}

export interface SealedCounts {
  /** sealed with the newest key of SECRET_KEY */
  newest: number;
  /** sealed with an earlier key, which is needed until they are resealed */
  earlier: number;
  /** that no key of SECRET_KEY can decrypt */
  lost: number;
}

const BATCH = 500;
const NIL_UUID = '00000000-0000-0000-0000-000000000000';

/** The sealed values of one table, which are resealed when SECRET_KEY is rotated. */
export abstract class SealedValues {
  protected constructor(
    private readonly keys: Keys,
    private readonly purpose: KeyPurpose,
  ) {}

  /** @returns those whose owner comes after `owner`, in the order of owners */
  protected abstract read(owner: string, limit: number): Promise<SealedValue[]>;

  /**
   * Stores what was resealed. A value that is no longer as it was `before` is left alone: somebody replaced it meanwhile.
   * @returns how many were stored
   */
  protected abstract replace(before: SealedValue[], resealed: Buffer[]): Promise<number>;

  async count(): Promise<SealedCounts> {
    const found: SealedCounts = { newest: 0, earlier: 0, lost: 0 };
    await this.forEachBatch((values) => {
      for (const { owner, sealed } of values) {
        const opened = this.keys.unseal(this.purpose, sealed, owner);
        found[!opened ? 'lost' : opened.newest ? 'newest' : 'earlier'] += 1;
      }
      return Promise.resolve();
    });
    return found;
  }

  /**
   * Reseals with the newest key what is sealed with an earlier one. Can be interrupted at any point and repeated.
   * @param progress called after each batch with the number of values processed so far
   */
  async reseal(progress: (seen: number) => void): Promise<number> {
    let seen = 0;
    let stored = 0;
    await this.forEachBatch(async (values) => {
      const before: SealedValue[] = [];
      const resealed: Buffer[] = [];
      for (const value of values) {
        const opened = this.keys.unseal(this.purpose, value.sealed, value.owner);
        if (!opened || opened.newest) continue;
        before.push(value);
        resealed.push(this.keys.seal(this.purpose, opened.content, value.owner));
      }
      if (before.length > 0) stored += await this.replace(before, resealed);
      progress((seen += values.length));
    });
    return stored;
  }

  private async forEachBatch(each: (values: SealedValue[]) => Promise<void>): Promise<void> {
    for (let after = NIL_UUID; ;) {
      const values = await this.read(after, BATCH);
      if (values.length === 0) return;
      await each(values);
      after = values.at(-1)!.owner;
    }
  }
}

/** As a parameter of an array: the driver does not encode buffers within arrays. */
export const byteaText = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;
