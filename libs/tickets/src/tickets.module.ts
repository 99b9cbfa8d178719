import { Global, Module } from '@nestjs/common';
import { ReadingPolicy } from './access/reading-policy.service.js';
import { TicketAccess } from './access/ticket-access.service.js';
import { Attachments } from './attachments.service.js';
import { BlobStore } from './blob-store.js';
import { ChangeTicket } from './change-ticket.service.js';
import { ContactProofs } from './contacts/contact-proofs.service.js';
import { ContactViews } from './contacts/contact-views.service.js';
import { ReplyToContacts } from './contacts/reply-to-contacts.service.js';
import { TicketContacts } from './contacts/ticket-contacts.service.js';
import { HeldMessages } from './held-messages.service.js';
import { LinkTickets } from './link-tickets.service.js';
import { MergeTickets } from './merge-tickets.service.js';
import { Messages } from './messages.service.js';
import { OpenTicket } from './open-ticket.service.js';
import { Pictures } from './pictures/pictures.service.js';
import { Thumbnails } from './pictures/thumbnails.service.js';
import { PublicTickets } from './public-ticket.service.js';
import { RebuildSearchIndex } from './rebuild-search-index.service.js';
import { SharedMatterReader } from './shared-matter.reader.js';
import { SearchIndex } from './search-index.service.js';
import { SimilarTickets } from './similar-tickets.service.js';
import { SplitTicket } from './split-ticket.service.js';
import { BLOB_STORE } from './store/blob-store.provider.js';
import { BlobStoreHealthCheck } from './store/blob-store-health-check.js';
import { TicketExport } from './ticket-export.service.js';
import { TicketList } from './ticket-list.js';
import { TicketNumbering } from './ticket-numbering.js';
import { TicketLifecycleHooks } from './ticket-lifecycle-hooks.js';
import { TicketReader } from './ticket-reader.js';
import { TrackingCodes } from './tracking-codes.service.js';
import { VirusScanner } from './virus-scanner.js';
import { TicketLive } from './ticket-live.js';

const SERVICES = [
  Attachments,
  ChangeTicket,
  ContactProofs,
  ContactViews,
  HeldMessages,
  LinkTickets,
  MergeTickets,
  Messages,
  OpenTicket,
  PublicTickets,
  ReadingPolicy,
  RebuildSearchIndex,
  SearchIndex,
  SharedMatterReader,
  SimilarTickets,
  SplitTicket,
  Thumbnails,
  TicketAccess,
  ReplyToContacts,
  TicketContacts,
  TicketExport,
  TicketList,
  TicketLifecycleHooks,
  TicketReader,
  TrackingCodes,
  VirusScanner,
];

/** Used inside this library only. */
const PARTS = [TicketNumbering, BlobStoreHealthCheck];

const MADE = [BLOB_STORE, { provide: Pictures, useFactory: () => new Pictures() }];

@Global()
@Module({
  providers: [...SERVICES, ...PARTS, ...MADE, TicketLive],
  exports: [...SERVICES, BlobStore, Pictures],
})
export class TicketsModule {}
