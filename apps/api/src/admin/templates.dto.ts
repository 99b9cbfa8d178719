import {
  PLACEHOLDERS,
  TEMPLATE_KINDS,
  TEMPLATE_MEDIA,
  type TemplateKind,
  type TemplateMedium,
} from '#wasl/notifications';
import { Flag, NestedObject, NestedList, Key, ResponseField, Text } from '#wasl/platform';
import { LocalizedName } from '../agents/agents.dto.js';
import { PageMeta } from '../tickets/ticket.dto.js';
import { NameBody } from './directory.dto.js';

const NAMES = Object.keys(PLACEHOLDERS);

export class TemplateBody {
  @Text({
    max: 1_000,
    lines: true,
    optional: true,
    description: 'of a mail; the ticket’s number is put before it. Texts have none',
  })
  subject?: string | null;
  @Text({
    max: 20_000,
    lines: true,
    description:
      'plain text with places like {{ticketNumber}}; a line with a place that has no value is left out',
  })
  body: string;
}

export class TemplateWords {
  @ResponseField({ type: String, nullable: true }) subject: string | null;
  @ResponseField() body: string;
}
export class PlaceholderAnswer {
  @ResponseField({ enum: NAMES }) name: string;
  @ResponseField() meaning: LocalizedName;
  @ResponseField() example: LocalizedName;
  @ResponseField({ description: 'nothing may be known of it: then its line is left out' })
  mayBeEmpty: boolean;
}
export class TemplatePlaceholder extends PlaceholderAnswer {
  @ResponseField() inSubject: boolean;
  @ResponseField() required: boolean;
}
export class TemplateAnswer {
  @ResponseField({ enum: TEMPLATE_KINDS }) kind: TemplateKind;
  @ResponseField({ enum: TEMPLATE_MEDIA, description: 'text: SMS and WhatsApp' }) medium: TemplateMedium;
  @ResponseField() language: string;
  @ResponseField({ type: TemplateWords, nullable: true, description: 'null: none in this language' })
  builtIn: TemplateWords | null;
  @ResponseField({
    type: TemplateWords,
    nullable: true,
    description: 'null: the built-in words are in force',
  })
  override: TemplateWords | null;
  @ResponseField({ description: 'the language in which it is said now' }) saidIn: string;
  @ResponseField({ type: [TemplatePlaceholder] }) placeholders: TemplatePlaceholder[];
  @ResponseField({ type: 'integer', description: '0 until something was written' }) version: number;
  @ResponseField({ type: String, format: 'date-time', nullable: true }) updatedAt: string | null;
}
export class TemplateList {
  @ResponseField({ type: [TemplateAnswer] }) data: TemplateAnswer[];
}
export class TemplatePreviewAnswer {
  @ResponseField({ type: String, nullable: true }) subject: string | null;
  @ResponseField() text: string;
  @ResponseField({ type: String, nullable: true, description: 'null for texts' }) html: string | null;
  @ResponseField({ enum: ['rtl', 'ltr'] }) direction: 'rtl' | 'ltr';
  @ResponseField({ type: 'integer', nullable: true, description: 'how many SMS; null for mails' })
  segments: number | null;
}

export class CannedTextBody {
  @Key({ max: 2, description: 'one of the country’s languages' }) language: string;
  @Text({ max: 10_000, lines: true }) text: string;
}
class CannedReplyFields {
  @Key({ max: 40, optional: true, description: 'for this queue’s tickets alone; null: for all' })
  queue?: string | null;
}
export class CannedReplyBody extends CannedReplyFields {
  @Key({ max: 40 }) key: string;
  @NestedObject(() => NameBody) title: NameBody;
  @NestedList(() => CannedTextBody, { maxItems: 20 }) texts: CannedTextBody[];
}
export class CannedReplyPatchBody extends CannedReplyFields {
  @NestedObject(() => NameBody, { optional: true }) title?: NameBody;
  @NestedList(() => CannedTextBody, { maxItems: 20, optional: true }) texts?: CannedTextBody[];
  @Flag({ optional: true, description: 'false retires it' }) active?: boolean;
}
export class CannedReplyAnswer {
  @ResponseField() key: string;
  @ResponseField() title: LocalizedName;
  @ResponseField({ type: String, nullable: true }) queue: string | null;
  @ResponseField({ type: [CannedTextBody] }) texts: CannedTextBody[];
  @ResponseField() active: boolean;
  @ResponseField({ type: 'integer' }) version: number;
}
export class CannedReplyPage {
  @ResponseField({ type: [CannedReplyAnswer] }) data: CannedReplyAnswer[];
  @ResponseField() meta: PageMeta;
  @ResponseField({ type: [String], description: 'in which it may be written' }) languages: string[];
  @ResponseField({ type: [PlaceholderAnswer] }) placeholders: PlaceholderAnswer[];
}
export class CannedPreviewAnswer {
  @ResponseField() text: string;
  @ResponseField({ enum: ['rtl', 'ltr'] }) direction: 'rtl' | 'ltr';
}
