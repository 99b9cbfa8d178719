import { rowsApi } from './admin-api.js';
import { bodyOf, client } from './client.js';
import type { components } from './schema.generated.js';

type Schemas = components['schemas'];
export type Calendar = Schemas['CalendarAnswer'];
export type NewCalendar = Schemas['CalendarBody'];
export type CalendarPatch = Schemas['CalendarPatchBody'];
export type CalendarDay = Schemas['CalendarDayAnswer'];
export type IslamicMonth = Schemas['IslamicMonthAnswer'];
export type Announcement = Schemas['AnnouncementAnswer'];
export type NewAnnouncement = Schemas['AnnouncementBody'];
export type ZoneChange = Schemas['ZoneChangeAnswer'];
export type NewZoneChange = Schemas['ZoneChangeBody'];
export type AnnouncementPreview = Schemas['AnnouncementPreviewAnswer'];
export type Recomputation = Schemas['RecomputationAnswer'];
export type Policy = Schemas['PolicyAnswer'];
export type NewPolicy = Schemas['PolicyBody'];
export type PolicyPatch = Schemas['PolicyPatchBody'];
export type PolicyQuestion = Schemas['PolicyQuestionBody'];
export type NewDuty = Schemas['DutyBody'];

const CALENDARS = '/api/v1/admin/calendars';
const POLICIES = '/api/v1/admin/sla-policies';
const PAGE = { 'page[size]': 20 };
const ifMatch = (version: number) => ({ 'If-Match': `"${version}"` });
const keyed = (key: string) => ({ params: { path: { key } } });
const named = (id: string) => ({ params: { path: { id } } });

/** An announcement to be created: about days, or about the offset of a zone. */
export type AnnouncementDraft =
  { about: 'days'; body: NewAnnouncement } | { about: 'zone'; body: NewZoneChange };

export const calendarsApi = {
  all: () => rowsApi.all(CALENDARS) as unknown as Promise<Calendar[]>,
  create: (body: NewCalendar) => bodyOf(client.POST(CALENDARS, { body })),
  change: (key: string, version: number, body: CalendarPatch) =>
    bodyOf(client.PATCH(`${CALENDARS}/{key}`, { params: { path: { key }, header: ifMatch(version) }, body })),
  year: (key: string, year: number) =>
    bodyOf(client.GET(`${CALENDARS}/{key}/year`, { params: { path: { key }, query: { year } } })),
  opening: (key: string, at: string) =>
    bodyOf(client.GET(`${CALENDARS}/{key}/opening`, { params: { path: { key }, query: { at } } })),
  announcements: () => bodyOf(client.GET(`${CALENDARS}/announcements`, { params: { query: PAGE as never } })),
  zoneChanges: () => bodyOf(client.GET(`${CALENDARS}/zones`, { params: { query: PAGE as never } })),
  preview: (draft: AnnouncementDraft): Promise<AnnouncementPreview> =>
    draft.about === 'days'
      ? bodyOf(client.POST(`${CALENDARS}/announcements/preview`, { body: draft.body }))
      : bodyOf(client.POST(`${CALENDARS}/zones/preview`, { body: draft.body })),
  announce: (draft: AnnouncementDraft): Promise<Announcement | ZoneChange> =>
    draft.about === 'days'
      ? bodyOf(client.POST(`${CALENDARS}/announcements`, { body: draft.body }))
      : bodyOf(client.POST(`${CALENDARS}/zones`, { body: draft.body })),
  withdraw: (about: AnnouncementDraft['about'], id: string): Promise<Announcement | ZoneChange> =>
    about === 'days'
      ? bodyOf(client.POST(`${CALENDARS}/announcements/{id}/withdraw`, named(id)))
      : bodyOf(client.POST(`${CALENDARS}/zones/{id}/withdraw`, named(id))),
  recomputations: () => bodyOf(client.GET(`${CALENDARS}/recomputations`)),
};

export const policiesApi = {
  all: () => rowsApi.all(POLICIES) as unknown as Promise<Policy[]>,
  read: (key: string) => bodyOf(client.GET(`${POLICIES}/{key}`, keyed(key))),
  create: (body: NewPolicy) => bodyOf(client.POST(POLICIES, { body })),
  change: (key: string, version: number, body: PolicyPatch) =>
    bodyOf(client.PATCH(`${POLICIES}/{key}`, { params: { path: { key }, header: ifMatch(version) }, body })),
  ask: (body: PolicyQuestion) => bodyOf(client.POST(`${POLICIES}/preview`, { body })),
  fared: (from: string, to: string) =>
    bodyOf(client.GET('/api/v1/reports/promises', { params: { query: { from, to } } })),
};

export const dutyApi = {
  list: () => bodyOf(client.GET('/api/v1/admin/duty-officers')),
  add: (body: NewDuty) => bodyOf(client.POST('/api/v1/admin/duty-officers', { body })),
  remove: (id: string) => bodyOf(client.DELETE('/api/v1/admin/duty-officers/{id}', named(id))),
};
