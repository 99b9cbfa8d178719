import { join } from 'node:path';
import type { Settings } from '#wasl/platform';
import type { BlobStore } from '../blob-store.js';
import { FolderStore } from './folder-store.js';

/** S3 when a bucket is configured, else the folder of {@link attachmentsFolder}. The S3 client is loaded only when needed. */
export async function openBlobStore(settings: Settings): Promise<BlobStore> {
  if (settings.S3_BUCKET === undefined) return openFolderStore(attachmentsFolder(settings.DATA_DIR));
  const { S3Store } = await import('./s3-store.js');
  return new S3Store(settings);
}

/** A store in any folder, such as one of a backup. */
export const openFolderStore = (folder: string): BlobStore => new FolderStore(folder);

export const attachmentsFolder = (dataDir: string): string => join(dataDir, 'attachments');
