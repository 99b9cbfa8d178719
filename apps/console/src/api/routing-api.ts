import { responseBody, client } from './client.js';
import type { components } from '#wasl/sdk';

type Schemas = components['schemas'];
export type Rules = Schemas['RulesShown'];
export type QueueSettings = Schemas['QueueSettingsShown'];
export type SkillRule = Schemas['SkillRuleShown'];
export type RelaxStep = Schemas['RelaxationStepShown'];
export type ProfileRules = Schemas['ProfileRulesShown'];
export type RulesVersion = Schemas['RulesVersionAnswer'];
export type QueueRecord = Schemas['QueueRecordAnswer'];
export type Unserved = Schemas['UnservedShown'];
export type DryRunResult = Schemas['DryRunAnswer'];
export type QueueFigures = Schemas['QueueFiguresShown'];
export type Decision = Schemas['DecisionAnswer'];
export type Candidate = Schemas['CandidateShown'];
export type Shift = Schemas['ShiftShown'];
export type ShiftDraft = Schemas['ShiftBody'];
export type Adherence = Schemas['AdherenceShown'];

const VERSIONS = 25;

/** The api accepts the rules as one untyped document; only the response has a schema. */
const document = (rules: Rules) => ({ rules: rules as unknown as Record<string, unknown> });

export const routingApi = {
  current: () => responseBody(client.GET('/api/v1/admin/routing')),
  check: (rules: Rules) =>
    responseBody(client.POST('/api/v1/admin/routing/check', { body: document(rules) })),
  put: (rules: Rules, seen: number, note: string) =>
    responseBody(
      client.PUT('/api/v1/admin/routing', {
        params: { header: { 'If-Match': `"${seen}"` } },
        body: { ...document(rules), ...(note && { note }) },
      }),
    ),
  versions: (after: string | null) =>
    responseBody(
      client.GET('/api/v1/admin/routing/versions', {
        params: { query: { 'page[size]': VERSIONS, ...(after !== null && { 'page[after]': after }) } },
      }),
    ),
  version: (version: number) =>
    responseBody(client.GET('/api/v1/admin/routing/versions/{version}', { params: { path: { version } } })),
  dryRun: (from: string, to: string, rules: Rules) =>
    responseBody(client.POST('/api/v1/admin/routing/dry-run', { body: { from, to, ...document(rules) } })),
  decision: (offer: string) =>
    responseBody(client.GET('/api/v1/offers/{id}/decision', { params: { path: { id: offer } } })),
};

export const rosterApi = {
  list: (from: string, to: string) =>
    responseBody(client.GET('/api/v1/admin/roster', { params: { query: { from, to } } })),
  replace: (from: string, to: string, seen: string, shifts: ShiftDraft[]) =>
    responseBody(
      client.PUT('/api/v1/admin/roster', {
        params: { header: { 'If-Match': `"${seen}"` } },
        body: { from, to, shifts },
      }),
    ),
  adherence: (from: string, to: string) =>
    responseBody(client.GET('/api/v1/reports/adherence', { params: { query: { from, to } } })),
};
