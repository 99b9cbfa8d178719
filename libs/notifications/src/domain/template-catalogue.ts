import type { PlaceholderName } from './placeholders.js';

/** `text` covers SMS and WhatsApp. */
export const TEMPLATE_MEDIA = ['mail', 'text'] as const;
export type TemplateMedium = (typeof TEMPLATE_MEDIA)[number];

/** The kinds of automatic notices, and the frame around an agent's reply. */
export const TEMPLATE_KINDS = [
  'acknowledgement',
  'reply',
  'resolved',
  'tracking_code',
  'confirm_address',
  'answer_waiting',
  'sign_in_code',
  'report_confirm',
  'report_stage',
  'password_reset',
  'security_notice',
  'webhook_disabled',
  'texts_stopped',
  'texts_resumed',
] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/** The text of one notice. SMS and WhatsApp texts have no subject. */
export interface TemplateText {
  subject: string | null;
  body: string;
}

/** The placeholders that may and must occur. A subject allows only those that always have a value. */
export interface TemplateRules {
  subject: readonly PlaceholderName[];
  body: readonly PlaceholderName[];
  required: readonly PlaceholderName[];
}

const ABOUT_TICKET = [
  'ticketNumber',
  'trackLink',
  'subject',
  'requesterName',
  'expectedBy',
  'sender',
] as const;
const SUBJECT = ['subject', 'ticketNumber', 'sender'] as const;
const TRACKING_PLACEHOLDERS = ['ticketNumber', 'trackingCode', 'trackLink'] as const;

const acknowledgement: TemplateRules = {
  subject: SUBJECT,
  body: [...ABOUT_TICKET, 'trackingCode'],
  required: TRACKING_PLACEHOLDERS,
};
const mailedAnswer: TemplateRules = {
  subject: SUBJECT,
  body: ['answer', ...ABOUT_TICKET],
  required: ['answer', 'ticketNumber', 'trackLink'],
};
const textedAnswer: TemplateRules = { ...mailedAnswer, body: [...mailedAnswer.body, 'whenShortened'] };
/** For an unconfirmed address: nothing that was written about the ticket may occur. */
const unconfirmed: TemplateRules = {
  subject: ['ticketNumber', 'sender'],
  body: ['ticketNumber', 'contactLink', 'contactCode', 'sender'],
  required: ['ticketNumber', 'contactLink'],
};
const signInCode: TemplateRules = {
  subject: ['sender'],
  body: ['signInCode', 'sender'],
  required: ['signInCode'],
};
const REPORT = ['reportService', 'ticketNumber', 'sender'] as const;
const confirmReport: TemplateRules = {
  subject: REPORT,
  body: [...REPORT, 'confirmLink'],
  required: ['ticketNumber', 'confirmLink'],
};
const reportStage: TemplateRules = {
  subject: [...REPORT, 'reportStage'],
  body: [...REPORT, 'reportStage', 'reportLink', 'stopLink'],
  required: ['ticketNumber', 'reportStage', 'reportLink', 'stopLink'],
};
/** Texts cost by length, so no stop link: recipients answer STOP. */
const textedStage: TemplateRules = {
  ...reportStage,
  required: ['ticketNumber', 'reportStage', 'reportLink'],
};
const keyword: TemplateRules = { subject: [], body: ['sender'], required: [] };

export const TEMPLATE_RULES: Record<TemplateKind, Partial<Record<TemplateMedium, TemplateRules>>> = {
  acknowledgement: { mail: acknowledgement, text: acknowledgement },
  reply: { mail: mailedAnswer, text: textedAnswer },
  resolved: { mail: mailedAnswer, text: textedAnswer },
  tracking_code: { mail: acknowledgement, text: acknowledgement },
  confirm_address: { mail: unconfirmed, text: unconfirmed },
  answer_waiting: { mail: unconfirmed, text: unconfirmed },
  sign_in_code: { mail: signInCode, text: signInCode },
  report_confirm: { mail: confirmReport, text: confirmReport },
  report_stage: { mail: reportStage, text: textedStage },
  password_reset: { mail: { subject: [], body: ['passwordLink'], required: ['passwordLink'] } },
  security_notice: { mail: { subject: [], body: ['securityChange'], required: ['securityChange'] } },
  webhook_disabled: {
    mail: {
      subject: ['webhookReceiver'],
      body: ['webhookReceiver', 'webhookFault'],
      required: ['webhookReceiver', 'webhookFault'],
    },
  },
  texts_stopped: { text: keyword },
  texts_resumed: { text: keyword },
};

/** The longest template that may be saved; a rendered text takes several SMS. */
export const MAX_LENGTHS = { subject: 200, body: { mail: 10_000, text: 800 } } as const;

/** Every notice with each of its media. */
export const NOTICES = TEMPLATE_KINDS.flatMap((kind) =>
  TEMPLATE_MEDIA.flatMap((medium) => {
    const rules = TEMPLATE_RULES[kind][medium];
    return rules ? [{ kind, medium, rules }] : [];
  }),
);
