import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Health } from '#wasl/platform';
import { BlobStore } from '../blob-store.js';

/** Says at start, and whenever health is asked for, whether files can be stored. Without files all else goes on. */
@Injectable()
export class WatchStore implements OnApplicationBootstrap {
  constructor(
    @Inject(BlobStore) private readonly blobs: BlobStore,
    @Inject(Health) health: Health,
  ) {
    health.watch('file store', () => blobs.check());
  }

  onApplicationBootstrap(): void {
    // It says itself what is wrong.
    this.blobs.check().catch(() => undefined);
  }
}
