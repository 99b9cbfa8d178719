import type { TemplateKind, TemplateMedium, TemplateText } from './template-catalogue.js';

export type BuiltIn = Record<TemplateKind, Partial<Record<TemplateMedium, TemplateText>>>;

export const mail = (paragraphs: string[], subject = '{{subject}}'): TemplateText => ({
  subject,
  body: paragraphs.join('\n\n'),
});
export const text = (lines: string[]): TemplateText => ({ subject: null, body: lines.join('\n') });
