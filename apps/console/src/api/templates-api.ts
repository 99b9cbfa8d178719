import { responseBody, client } from './client.js';
import type { components } from '#wasl/sdk';

type Schemas = components['schemas'];
export type Template = Schemas['TemplateAnswer'];
export type TemplateWords = Schemas['TemplateBody'];
export type Placeholder = Schemas['PlaceholderAnswer'] & { required?: boolean };
export type CannedReply = Schemas['CannedReplyAnswer'];
export type CannedText = Schemas['CannedTextBody'];
export type NewCannedReply = Schemas['CannedReplyBody'];
export type CannedReplyPatch = Schemas['CannedReplyPatchBody'];
export type ReadyReply = Schemas['ReadyReplyAnswer'];

const ifMatch = (version: number) => ({ 'If-Match': `"${version}"` });
const nameOf = ({ kind, medium, language }: Template) => ({ kind, medium, language });

/** Templates of automatic notices. */
export const templatesApi = {
  list: () => responseBody(client.GET('/api/v1/admin/templates')),
  override: (template: Template, body: TemplateWords) =>
    responseBody(
      client.PUT('/api/v1/admin/templates/{kind}/{medium}/{language}', {
        params: { path: nameOf(template), header: ifMatch(template.version) },
        body,
      }),
    ),
  restore: (template: Template) =>
    responseBody(
      client.DELETE('/api/v1/admin/templates/{kind}/{medium}/{language}', {
        params: { path: nameOf(template), header: ifMatch(template.version) },
      }),
    ),
  preview: (template: Template, body: TemplateWords) =>
    responseBody(
      client.POST('/api/v1/admin/templates/{kind}/{medium}/{language}/preview', {
        params: { path: nameOf(template) },
        body,
      }),
    ),
  test: (template: Template, body: TemplateWords) =>
    responseBody(
      client.POST('/api/v1/admin/templates/{kind}/{medium}/{language}/test', {
        params: { path: nameOf(template) },
        body,
      }),
    ),
};

/** Canned replies. */
export const cannedApi = {
  list: (after: string | null) =>
    responseBody(
      client.GET('/api/v1/admin/canned-replies', {
        params: { query: { 'page[size]': 50, ...(after !== null && { 'page[after]': after }) } },
      }),
    ),
  create: (body: NewCannedReply) => responseBody(client.POST('/api/v1/admin/canned-replies', { body })),
  change: ({ key, version }: CannedReply, body: CannedReplyPatch) =>
    responseBody(
      client.PATCH('/api/v1/admin/canned-replies/{key}', {
        params: { path: { key }, header: ifMatch(version) },
        body,
      }),
    ),
  preview: (body: CannedText) => responseBody(client.POST('/api/v1/admin/canned-replies/preview', { body })),
  ready: (number: string) =>
    responseBody(client.GET('/api/v1/tickets/{number}/canned-replies', { params: { path: { number } } })),
};
