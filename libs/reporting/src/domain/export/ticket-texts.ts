import type { Audience, PendingOn, Priority, TicketKind, TicketStatus } from '#wasl/contracts';
import type { Localized } from '#wasl/kernel';

/** The columns of exported tickets, in order. */
export const TICKET_COLUMNS = {
  number: { ar: 'رقم التذكرة', en: 'Ticket' },
  subject: { ar: 'الموضوع', en: 'Subject' },
  description: { ar: 'الوصف', en: 'Description' },
  kind: { ar: 'النوع', en: 'Kind' },
  status: { ar: 'الحالة', en: 'Status' },
  pendingOn: { ar: 'بانتظار', en: 'Waiting for' },
  priority: { ar: 'الأولوية', en: 'Priority' },
  channel: { ar: 'القناة', en: 'Channel' },
  language: { ar: 'اللغة', en: 'Language' },
  queue: { ar: 'قائمة الانتظار', en: 'Queue' },
  entity: { ar: 'الجهة', en: 'Entity' },
  service: { ar: 'الخدمة', en: 'Service' },
  assignee: { ar: 'المسؤول', en: 'Assigned to' },
  requester: { ar: 'مقدّم الطلب', en: 'Requester' },
  audience: { ar: 'الفئة', en: 'Audience' },
  phone: { ar: 'الهاتف', en: 'Telephone' },
  email: { ar: 'البريد الإلكتروني', en: 'Email' },
  lat: { ar: 'خط العرض', en: 'Latitude' },
  long: { ar: 'خط الطول', en: 'Longitude' },
  address: { ar: 'العنوان', en: 'Address' },
  tags: { ar: 'الوسوم', en: 'Tags' },
  createdAt: { ar: 'وقت الإنشاء', en: 'Created' },
  updatedAt: { ar: 'آخر تحديث', en: 'Updated' },
  firstResponseDueAt: { ar: 'موعد الرد الأول', en: 'First response due' },
  resolutionDueAt: { ar: 'موعد التسوية', en: 'Resolution due' },
  resolvedAt: { ar: 'وقت التسوية', en: 'Resolved' },
  closedAt: { ar: 'وقت الإغلاق', en: 'Closed' },
  mergedInto: { ar: 'دُمجت في', en: 'Merged into' },
} as const satisfies Record<string, Localized>;
export type TicketColumn = keyof typeof TICKET_COLUMNS;

/** What a person wrote, or what tells who or where they are. */
export const PERSONAL_COLUMNS: ReadonlySet<TicketColumn> = new Set<TicketColumn>([
  'subject',
  'description',
  'requester',
  'phone',
  'email',
  'lat',
  'long',
  'address',
]);

export const TICKETS_TITLE: Localized = { ar: 'التذاكر', en: 'Tickets' };

export const KIND_NAMES: Record<TicketKind, Localized> = {
  enquiry: { ar: 'استفسار', en: 'Enquiry' },
  complaint: { ar: 'شكوى', en: 'Complaint' },
  suggestion: { ar: 'اقتراح', en: 'Suggestion' },
  request: { ar: 'طلب', en: 'Request' },
  report: { ar: 'بلاغ', en: 'Report' },
};

export const STATUS_NAMES: Record<TicketStatus, Localized> = {
  new: { ar: 'جديدة', en: 'New' },
  open: { ar: 'مفتوحة', en: 'Open' },
  pending: { ar: 'معلّقة', en: 'Pending' },
  resolved: { ar: 'مسوّاة', en: 'Resolved' },
  closed: { ar: 'مغلقة', en: 'Closed' },
};

export const PENDING_ON_NAMES: Record<PendingOn, Localized> = {
  requester: { ar: 'مقدّم الطلب', en: 'Requester' },
  entity: { ar: 'الجهة المختصة', en: 'Entity' },
  third_party: { ar: 'طرف ثالث', en: 'Third party' },
};

export const PRIORITY_NAMES: Record<Priority, Localized> = {
  low: { ar: 'منخفضة', en: 'Low' },
  normal: { ar: 'عادية', en: 'Normal' },
  high: { ar: 'مرتفعة', en: 'High' },
  urgent: { ar: 'عاجلة', en: 'Urgent' },
};

export const AUDIENCE_NAMES: Record<Audience, Localized> = {
  citizen: { ar: 'مواطن', en: 'Citizen' },
  resident: { ar: 'مقيم', en: 'Resident' },
  visitor: { ar: 'زائر', en: 'Visitor' },
  business: { ar: 'منشأة', en: 'Business' },
  anonymous: { ar: 'مجهول الهوية', en: 'Anonymous' },
};
