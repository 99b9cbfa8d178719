import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Health } from '#wasl/platform';
import { BlobStore } from '../blob-store.js';

/** Checks at start, and for every health request, whether files can be stored. All else works without files. */
@Injectable()
export class BlobStoreHealthCheck implements OnApplicationBootstrap {
  constructor(
    @Inject(BlobStore) private readonly blobs: BlobStore,
    @Inject(Health) health: Health,
  ) {
    health.addCheck('file store', () => blobs.check());
  }

  onApplicationBootstrap(): void {
    // The check logs the error itself.
    this.blobs.check().catch(() => undefined);
  }
}
