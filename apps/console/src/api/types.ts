import type {
  ActorKind,
  Audience,
  Channel,
  MessageKind,
  PendingOn,
  Permission,
  PresenceState,
  Priority,
  Resolution,
  Role,
  TicketKind,
  TicketStatus,
} from '#wasl/contracts';
import type { Localized } from '../i18n/languages.js';

export interface Page<T> {
  data: T[];
  meta: { hasMore: boolean; after: string | null };
}

export interface User {
  id: string;
  name: string;
  email: string;
  role: Role;
  permissions: Permission[];
}

export interface Requester {
  id: string;
  name: string | null;
  audience: Audience;
  phone?: string | null;
  email?: string | null;
}

export interface Ticket {
  number: string;
  subject: string;
  description: string;
  kind: TicketKind;
  status: TicketStatus;
  pendingOn: PendingOn | null;
  priority: Priority;
  channel: Channel;
  language: string | null;
  queue: string;
  entity: string | null;
  service: string | null;
  assignee: { id: string; name: string } | null;
  requester: Requester;
  location: { lat: number | null; long: number | null; address: string | null } | null;
  tags: string[];
  createdAt: string;
  updatedAt: string;
  firstResponseDueAt: string | null;
  resolutionDueAt: string | null;
  resolvedAt: string | null;
  closedAt: string | null;
  version: number;
}

export interface Attachment {
  id: string;
  name: string;
  size: number;
  type: string;
}

/** A page of a conversation, with what came along with the first contact. */
export interface MessagePage extends Page<Message> {
  openingAttachments?: Attachment[];
}

export interface Message {
  id: string;
  kind: MessageKind;
  body: string;
  author: { id: string | null; name: string | null; kind: ActorKind } | null;
  attachments: Attachment[];
  createdAt: string;
}

export interface HistoryEntry {
  id: string;
  at: string;
  actor: { id: string | null; name: string | null; kind: ActorKind };
  type: string;
  /** `changed` names the fields; the rest depends on the type */
  data: Record<string, unknown>;
}

export interface Presence {
  state: PresenceState;
  reason: string | null;
  since: string;
  /** when wrap-up ends by itself */
  wrapUpUntil?: string | null;
  /** what was asked for while busy, and comes when the work in hand is done */
  next?: { state: PresenceState; reason: string | null } | null;
  /** units of work this agent may hold, and holds */
  capacity?: { units: number; held: number };
}

export interface Queue {
  key: string;
  name: Localized;
}

export interface Service {
  code: string;
  name: Localized;
  queue: string;
}

export interface Reason {
  key: string;
  name: Localized;
}
export type ReasonUse = 'not_ready' | 'wrap_up' | 'decline';

export interface NewTicket {
  subject: string;
  description: string;
  kind: TicketKind;
  priority: Priority;
  queue?: string;
  service?: string;
  language?: string;
  channel: Channel;
  /** the call during which it is opened */
  interaction?: string;
  /** the agent takes it at once */
  takeIt?: boolean;
  requester: { name?: string; phone?: string; email?: string; audience?: Audience };
  tags?: string[];
}

export interface TicketPatch {
  priority?: Priority;
  status?: TicketStatus;
  pendingOn?: PendingOn;
}

export interface TicketFilter {
  queue?: string;
  /** one status, or several with commas between them */
  status?: string;
  assignee?: string;
  requester?: string;
  q?: string;
}

export interface ResolveRequest {
  note: string;
  resolution: Resolution;
}
