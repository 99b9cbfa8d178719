import {
  PLACEHOLDERS,
  TEMPLATE_KINDS,
  TEMPLATE_MEDIA,
  type TemplateKind,
  type TemplateMedium,
} from '#wasl/notifications';
import { Flag, Group, GroupList, Key, Shown, Text } from '#wasl/platform';
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
  @Shown({ type: String, nullable: true }) subject: string | null;
  @Shown() body: string;
}
export class PlaceholderAnswer {
  @Shown({ enum: NAMES }) name: string;
  @Shown() meaning: LocalizedName;
  @Shown() example: LocalizedName;
  @Shown({ description: 'nothing may be known of it: then its line is left out' }) mayBeEmpty: boolean;
}
export class TemplatePlaceholder extends PlaceholderAnswer {
  @Shown() inSubject: boolean;
  @Shown() required: boolean;
}
export class TemplateAnswer {
  @Shown({ enum: TEMPLATE_KINDS }) kind: TemplateKind;
  @Shown({ enum: TEMPLATE_MEDIA, description: 'text: SMS and WhatsApp' }) medium: TemplateMedium;
  @Shown() language: string;
  @Shown({ type: TemplateWords, nullable: true, description: 'null: none in this language' })
  builtIn: TemplateWords | null;
  @Shown({ type: TemplateWords, nullable: true, description: 'null: the built-in words are in force' })
  override: TemplateWords | null;
  @Shown({ description: 'the language in which it is said now' }) saidIn: string;
  @Shown({ type: [TemplatePlaceholder] }) placeholders: TemplatePlaceholder[];
  @Shown({ type: 'integer', description: '0 until something was written' }) version: number;
  @Shown({ type: String, format: 'date-time', nullable: true }) updatedAt: string | null;
}
export class TemplateList {
  @Shown({ type: [TemplateAnswer] }) data: TemplateAnswer[];
}
export class TemplatePreviewAnswer {
  @Shown({ type: String, nullable: true }) subject: string | null;
  @Shown() text: string;
  @Shown({ type: String, nullable: true, description: 'null for texts' }) html: string | null;
  @Shown({ enum: ['rtl', 'ltr'] }) direction: 'rtl' | 'ltr';
  @Shown({ type: 'integer', nullable: true, description: 'how many SMS; null for mails' })
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
  @Group(() => NameBody) title: NameBody;
  @GroupList(() => CannedTextBody, { maxItems: 20 }) texts: CannedTextBody[];
}
export class CannedReplyPatchBody extends CannedReplyFields {
  @Group(() => NameBody, { optional: true }) title?: NameBody;
  @GroupList(() => CannedTextBody, { maxItems: 20, optional: true }) texts?: CannedTextBody[];
  @Flag({ optional: true, description: 'false retires it' }) active?: boolean;
}
export class CannedReplyAnswer {
  @Shown() key: string;
  @Shown() title: LocalizedName;
  @Shown({ type: String, nullable: true }) queue: string | null;
  @Shown({ type: [CannedTextBody] }) texts: CannedTextBody[];
  @Shown() active: boolean;
  @Shown({ type: 'integer' }) version: number;
}
export class CannedReplyPage {
  @Shown({ type: [CannedReplyAnswer] }) data: CannedReplyAnswer[];
  @Shown() meta: PageMeta;
  @Shown({ type: [String], description: 'in which it may be written' }) languages: string[];
  @Shown({ type: [PlaceholderAnswer] }) placeholders: PlaceholderAnswer[];
}
export class CannedPreviewAnswer {
  @Shown() text: string;
  @Shown({ enum: ['rtl', 'ltr'] }) direction: 'rtl' | 'ltr';
}
