import type { Audience, TicketKind } from '#wasl/contracts';
import { create } from 'zustand';
import { idempotencyKey } from '../api/client.js';
import type { FoundRequester, VisitMatter } from '../api/counter-api.js';
import type { Attachment } from '../api/types.js';
import { currentLanguage } from '../i18n/i18n.js';

/** The visitor: an existing requester, a new one, or anonymous. */
export type RequesterChoice = { is: 'known'; requester: FoundRequester } | { is: 'new' } | { is: 'nameless' };

export interface IntakeForm {
  phone: string;
  email: string;
  identityNumber: string;
  name: string;
  audience: Audience;
  subject: string;
  description: string;
  /** empty: the default of the service */
  kind: TicketKind | '';
  service: string;
  language: string;
  handOver: boolean;
  answer: string;
}

interface IntakeState {
  /** the visit the form belongs to; another visit starts with an empty form */
  visitId: string | null;
  who: RequesterChoice | null;
  form: IntakeForm;
  files: Attachment[];
  /** one key per content, so that sending again creates no second ticket */
  key: string;
}

const emptyForm = (): IntakeForm => ({
  phone: '',
  email: '',
  identityNumber: '',
  name: '',
  audience: 'citizen',
  subject: '',
  description: '',
  kind: '',
  service: '',
  language: currentLanguage(),
  handOver: false,
  answer: '',
});

/** Form state of the current visit; it survives navigating to a ticket and back. */
export const useIntake = create<IntakeState>()(() => ({
  visitId: null,
  who: null,
  form: emptyForm(),
  files: [],
  key: idempotencyKey(),
}));

export function beginIntake(visitId: string): void {
  if (useIntake.getState().visitId === visitId) return;
  useIntake.setState({ visitId, who: null, form: emptyForm(), files: [], key: idempotencyKey() });
}

export function changeIntake(change: Partial<IntakeForm>): void {
  useIntake.setState(({ form }) => ({ form: { ...form, ...change }, key: idempotencyKey() }));
}

export function changeFiles(change: (files: Attachment[]) => Attachment[]): void {
  useIntake.setState(({ files }) => ({ files: change(files), key: idempotencyKey() }));
}

/** A known requester's language is taken over into the form. */
export function chooseRequester(who: RequesterChoice | null): void {
  const language = who?.is === 'known' ? who.requester.language : null;
  useIntake.setState(({ form }) => ({
    who,
    form: language ? { ...form, language } : form,
    key: idempotencyKey(),
  }));
}

const filled = (text: string): string | undefined => text.trim() || undefined;

/** The request body: empty fields are omitted, and an anonymous requester sends no personal data. */
export function visitTicketRequest({
  form,
  who,
  files,
}: Pick<IntakeState, 'form' | 'who' | 'files'>): VisitMatter {
  const nameless = who?.is === 'nameless';
  const requester = nameless
    ? { audience: 'anonymous' as const }
    : {
        name: filled(form.name),
        phone: filled(form.phone),
        email: filled(form.email),
        audience: form.audience,
      };
  const identityNumber = nameless ? undefined : filled(form.identityNumber);
  const answer = filled(form.answer);
  return {
    subject: form.subject.trim(),
    description: form.description.trim(),
    language: form.language,
    ...(form.kind && { kind: form.kind }),
    ...(form.service && { service: form.service }),
    ...(who?.is === 'known' && { requesterId: who.requester.id }),
    ...(identityNumber && { identityNumber }),
    ...(files.length > 0 && { attachments: files.map(({ id }) => id) }),
    ...(form.handOver && { handOver: true }),
    ...(answer && { answer }),
    requester: Object.fromEntries(
      Object.entries(requester).filter(([, value]) => value !== undefined),
    ) as VisitMatter['requester'],
  };
}
