import { join } from 'node:path';
import { SETTINGS, type RuntimeSettings } from '#wasl/platform';
import { BlobStore } from '../blob-store.js';
import { FolderStore } from './folder-store.js';

/** S3 when a bucket is configured, else a folder. The S3 client is loaded only when needed. */
export const BLOB_STORE = {
  provide: BlobStore,
  inject: [SETTINGS],
  async useFactory(settings: RuntimeSettings): Promise<BlobStore> {
    if (settings.S3_BUCKET === undefined) return new FolderStore(join(settings.DATA_DIR, 'attachments'));
    const { S3Store } = await import('./s3-store.js');
    return new S3Store(settings);
  },
};
