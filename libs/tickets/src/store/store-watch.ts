import { Logger } from '@nestjs/common';
import { DomainError } from '#wasl/kernel';
import { storeAway } from '../blob-store.js';

/** Turns whatever a store fails with into one fault, and says once that it is away and once that it is back. */
export class StoreWatch {
  private readonly logger = new Logger('FileStore');
  private isAway = false;

  /** @param explain what is wrong, and what to do about it, in one line */
  constructor(private readonly explain: (error: unknown) => string) {}

  /** @throws unavailable `files.away`; refusals of ours as they are */
  async during<T>(action: () => Promise<T>): Promise<T> {
    try {
      const result = await action();
      this.back();
      return result;
    } catch (error) {
      if (error instanceof DomainError) {
        this.back();
        throw error;
      }
      if (!this.isAway) this.logger.error(`files cannot be stored or read: ${this.explain(error)}`);
      this.isAway = true;
      throw storeAway(error);
    }
  }

  private back(): void {
    if (this.isAway) this.logger.log('files can be stored and read again');
    this.isAway = false;
  }
}
