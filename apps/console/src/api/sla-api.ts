import { rowsApi } from './admin-api.js';
import { responseBody, client } from './client.js';
import type { components } from '#wasl/sdk';

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
  create: (body: NewCalendar) => responseBody(client.POST(CALENDARS, { body })),
  change: (key: string, version: number, body: CalendarPatch) =>
    responseBody(
      client.PATCH(`${CALENDARS}/{key}`, { params: { path: { key }, header: ifMatch(version) }, body }),
    ),
  year: (key: string, year: number) =>
    responseBody(client.GET(`${CALENDARS}/{key}/year`, { params: { path: { key }, query: { year } } })),
  opening: (key: string, at: string) =>
    responseBody(client.GET(`${CALENDARS}/{key}/opening`, { params: { path: { key }, query: { at } } })),
  announcements: () =>
    responseBody(client.GET(`${CALENDARS}/announcements`, { params: { query: PAGE as never } })),
  zoneChanges: () => responseBody(client.GET(`${CALENDARS}/zones`, { params: { query: PAGE as never } })),
  preview: (draft: AnnouncementDraft): Promise<AnnouncementPreview> =>
    draft.about === 'days'
      ? responseBody(client.POST(`${CALENDARS}/announcements/preview`, { body: draft.body }))
      : responseBody(client.POST(`${CALENDARS}/zones/preview`, { body: draft.body })),
  announce: (draft: AnnouncementDraft): Promise<Announcement | ZoneChange> =>
    draft.about === 'days'
      ? responseBody(client.POST(`${CALENDARS}/announcements`, { body: draft.body }))
      : responseBody(client.POST(`${CALENDARS}/zones`, { body: draft.body })),
  withdraw: (about: AnnouncementDraft['about'], id: string): Promise<Announcement | ZoneChange> =>
    about === 'days'
      ? responseBody(client.POST(`${CALENDARS}/announcements/{id}/withdraw`, named(id)))
      : responseBody(client.POST(`${CALENDARS}/zones/{id}/withdraw`, named(id))),
  recomputations: () => responseBody(client.GET(`${CALENDARS}/recomputations`)),
};

export const policiesApi = {
  all: () => rowsApi.all(POLICIES) as unknown as Promise<Policy[]>,
  read: (key: string) => responseBody(client.GET(`${POLICIES}/{key}`, keyed(key))),
  create: (body: NewPolicy) => responseBody(client.POST(POLICIES, { body })),
  change: (key: string, version: number, body: PolicyPatch) =>
    responseBody(
      client.PATCH(`${POLICIES}/{key}`, { params: { path: { key }, header: ifMatch(version) }, body }),
    ),
  preview: (body: PolicyQuestion) => responseBody(client.POST(`${POLICIES}/preview`, { body })),
  attainment: (from: string, to: string) =>
    responseBody(client.GET('/api/v1/reports/promises', { params: { query: { from, to } } })),
};

export const dutyApi = {
  list: () => responseBody(client.GET('/api/v1/admin/duty-officers')),
  add: (body: NewDuty) => responseBody(client.POST('/api/v1/admin/duty-officers', { body })),
  remove: (id: string) => responseBody(client.DELETE('/api/v1/admin/duty-officers/{id}', named(id))),
};
