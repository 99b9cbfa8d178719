import { Logger } from '@nestjs/common';
import { DomainError } from '#wasl/kernel';
import { blobStoreUnavailable } from '../blob-store.js';

/**
 * Maps every error of a store to one domain error, and logs once when the store becomes unavailable and once when it is
 * back.
 */
export class BlobErrorMapper {
  private readonly logger = new Logger('FileStore');
  private isUnavailable = false;

  /** @param explain what is wrong, and what to do about it, in one line */
  constructor(private readonly explain: (error: unknown) => string) {}

  /** @throws unavailable `files.away`; domain errors pass unchanged */
  async run<T>(action: () => Promise<T>): Promise<T> {
    try {
      const result = await action();
      this.markAvailable();
      return result;
    } catch (error) {
      if (error instanceof DomainError) {
        this.markAvailable();
        throw error;
      }
      const reason = this.explain(error);
      if (!this.isUnavailable) this.logger.error(`files cannot be stored or read: ${reason}`);
      this.isUnavailable = true;
      throw blobStoreUnavailable(error, reason);
    }
  }

  private markAvailable(): void {
    if (this.isUnavailable) this.logger.log('files can be stored and read again');
    this.isUnavailable = false;
  }
}
