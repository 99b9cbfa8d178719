import type { components } from '#wasl/sdk';

/** Short names for the api's generated schema types. */
type Schemas = components['schemas'];

export type User = Schemas['SignedInUser'];
export type SessionAnswer = Schemas['SessionAnswer'];
export type Ticket = Schemas['TicketAnswer'];
export type TicketSlaTarget = Schemas['SlaTargetAnswer'];
export type Requester = Schemas['RequesterShown'];
export type TicketPatch = Schemas['TicketPatchBody'];
export type NewTicket = Schemas['NewTicketBody'];
export type NewRequester = Schemas['RequesterBody'];
export type Message = Schemas['MessageAnswer'];
export type QuotedRange = Schemas['QuotedRangeShown'];
export type Mail = Schemas['MailShown'];
export type MessagePage = Schemas['MessagePage'];
export type NewMessage = Schemas['NewMessageBody'];
export type Attachment = Schemas['AttachmentAnswer'];
export type HistoryEntry = Schemas['HistoryAnswer'];
export type Presence = Schemas['PresenceAnswer'];
export type PresenceChoice = Schemas['PresenceBody'];
export type ResolveRequest = Schemas['ResolveBody'];
export type Queue = Schemas['QueueAnswer'];
export type Service = Schemas['ServiceAnswer'];
export type ApiKey = Schemas['ApiKeyAnswer'];
export type Interval = Schemas['IntervalShown'];
export type Figures = Schemas['FiguresShown'];
export type Breakdown = Schemas['BreakdownAnswer'];
export type Figure = Schemas['FigureShown'];
export type ForecastInterval = Schemas['ForecastIntervalShown'];
export type StaffingAnswer = Schemas['StaffingShown'];
export type StaffingQuestion = Schemas['StaffingBody'];
export type Reason = Schemas['ReasonAnswer'];
export type CallControlRequest = Schemas['CallControlBody'];
export type CallRecordingRequest = Schemas['CallRecordingBody'];
export type Matter = Schemas['MatterBody'];
export type SimilarTicket = Schemas['SimilarTicketShown'];
export type SplitRequest = Schemas['SplitBody'];
export type LinkRequest = Schemas['LinkBody'];
export type TicketContact = Schemas['TicketContactShown'];
export type LinkedTicket = Schemas['LinkedTicketShown'];
export type PresencePeriod = Schemas['PresencePeriodShown'];
export type Rating = Schemas['RatingShown'];
export type MergedTicket = Schemas['MergedTicketShown'];
export type Callback = Schemas['CallbackShown'];
export type ReasonUse = 'not_ready' | 'decline' | 'wrap_up';

/** Days (`YYYY-MM-DD`) in the country's time zone, both inclusive. */
export interface ReportQuery {
  from: string;
  to: string;
  queue?: string;
  size: '15' | '30';
}

/** Days as in a {@link ReportQuery}. */
export interface BreakdownQuery {
  by: Breakdown['meta']['by'];
  from: string;
  to: string;
}

export interface TicketFilter {
  queue?: string;
  /** one status, or several separated by commas */
  status?: string;
  assignee?: string;
  requester?: string;
  held?: 'waiting';
  q?: string;
}
