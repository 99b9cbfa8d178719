// For: the ticket: its number, lifecycle, messages, attachments and history.
// Begin reading at: domain/ticket-lifecycle.ts, then open-ticket.service.ts.
// Never: decides who works on it (routing) or when it is due (sla); both react inside its transaction.
export * from './domain/quoted-ranges.js';
export * from './domain/ticket-number.js';
export * from './domain/ticket-lifecycle.js';
export * from './domain/tracking-code.js';
export * from './access/reading-policy.service.js';
export * from './access/closed-service.js';
export * from './access/read-scope-sql.js';
export * from './access/ticket-access.service.js';
export { mayRead, type Reader, type ReadScope } from './domain/may-read.js';
export * from './attachments.service.js';
export * from './blob-store.js';
export * from './change-ticket.service.js';
export { SIMILARITY_REASONS, type SimilarityReason, significantTerms } from './domain/similarity.js';
export * from './domain/links.js';
export { boundingBoxAround, type Point } from './domain/geo-distance.js';
export { pictureSize } from './domain/picture-size.js';
export * from './domain/same-place.js';
export * from './contacts/confirmation-codes.js';
export * from './contacts/contact-proofs.service.js';
export * from './contacts/contact-store.js';
export * from './contacts/contact-views.service.js';
export * from './contacts/reply-to-contacts.service.js';
export * from './contacts/ticket-contacts.service.js';
export {
  withAttribution,
  HELD_STATES,
  HOLD_REASONS,
  type HeldState,
  type HoldReason,
} from './domain/held-message.js';
export * from './history.js';
export { HeldMessages, type HeldOutcome } from './held-messages.service.js';
export * from './link-tickets.service.js';
export { MergeTickets } from './merge-tickets.service.js';
export * from './merged-tickets.js';
export { requireUnmerged } from './merge-tickets.service.js';
export { isParticipant } from './participants.js';
export * from './messages.service.js';
export * from './open-ticket.service.js';
export { MAX_SIDE_PIXELS } from './pictures/render-protocol.js';
export { PictureError, Pictures } from './pictures/pictures.service.js';
export * from './pictures/thumbnails.service.js';
export * from './shared-matter.reader.js';
export * from './sla-targets.js';
export * from './public-ticket.service.js';
export * from './rebuild-search-index.service.js';
export * from './search-index.service.js';
export * from './similar-tickets.service.js';
export * from './split-ticket.service.js';
export * from './store/open-blob-store.js';
export * from './matching-tickets.js';
export * from './ticket-export.service.js';
export * from './ticket-list.js';
export * from './ticket-reader.js';
export * from './ticket-lifecycle-hooks.js';
export * from './ticket-state.js';
export * from './ticket-view.js';
export * from './tickets.module.js';
export * from './tracking-codes.service.js';
export { VirusScanner } from './virus-scanner.js';
export * from './actor.js';
export * from './apply-assignment.js';
