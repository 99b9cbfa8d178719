import { SETTINGS } from '#wasl/platform';
import { BlobStore } from '../blob-store.js';
import { openBlobStore } from './open-blob-store.js';

export const BLOB_STORE = { provide: BlobStore, inject: [SETTINGS], useFactory: openBlobStore };
