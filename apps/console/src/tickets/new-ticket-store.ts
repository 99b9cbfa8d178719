import type { Audience, Channel, Priority, TicketKind } from '#wasl/contracts';
import { create } from 'zustand';
import { idempotencyKey } from '../api/client.js';
import type { NewTicket } from '../api/types.js';
import { currentLanguage } from '../i18n/i18n.js';
import { type Call, useLive } from '../live/live-store.js';
import { parseLocation } from './parse-location.js';
import { onUserGone } from '../session/bind-user.js';

/** Form state of a new ticket; it survives closing the dialog. */
export interface TicketForm {
  name: string;
  phone: string;
  email: string;
  audience: Audience;
  subject: string;
  description: string;
  /** an address, or coordinates; see parse-location.ts */
  place: string;
  kind: TicketKind;
  priority: Priority;
  queue: string;
  service: string;
  takeIt: boolean;
  language: string;
  channel: Channel;
}

interface NewTicketState {
  opened: boolean;
  form: TicketForm;
  /** the call that prefilled the form */
  callId: string | null;
  /** one key per content, so that sending again creates no second ticket */
  key: string;
}

const emptyForm = (): TicketForm => ({
  name: '',
  phone: '',
  email: '',
  audience: 'citizen',
  subject: '',
  description: '',
  place: '',
  kind: 'enquiry',
  priority: 'normal',
  queue: '',
  service: '',
  takeIt: true,
  language: currentLanguage(),
  channel: 'counter',
});

export const useNewTicket = create<NewTicketState>()(() => ({
  opened: false,
  form: emptyForm(),
  callId: null,
  key: idempotencyKey(),
}));

export function updateTicketForm(change: Partial<TicketForm>): void {
  useNewTicket.setState(({ form }) => ({ form: { ...form, ...change }, key: idempotencyKey() }));
}

export const closeNewTicket = (): void => useNewTicket.setState({ opened: false });

export const resetTicketForm = (): void =>
  useNewTicket.setState({ opened: false, form: emptyForm(), callId: null, key: idempotencyKey() });

/** Opens the dialog, prefilled from the current call if there is one. */
export function openNewTicket(): void {
  const call = useLive.getState().calls.findLast(({ state }) => state !== 'ended');
  if (call) openNewTicketFor(call);
  else useNewTicket.setState({ opened: true });
}

export function openNewTicketFor(call: Call): void {
  if (useNewTicket.getState().callId === call.interactionId) {
    useNewTicket.setState({ opened: true });
    return;
  }
  const form: TicketForm = {
    ...emptyForm(),
    channel: 'phone',
    name: call.requester?.name ?? '',
    phone: call.from ?? '',
    queue: call.queue ?? '',
    language: call.requester?.language ?? currentLanguage(),
    audience:
      call.from === null && call.fromRaw === null && call.requester === null ? 'anonymous' : 'citizen',
  };
  useNewTicket.setState({ opened: true, form, callId: call.interactionId, key: idempotencyKey() });
}

const filled = (text: string): string | undefined => text.trim() || undefined;

/** The request body: empty fields are omitted. */
export function newTicketRequest({ form, callId }: Pick<NewTicketState, 'form' | 'callId'>): NewTicket {
  const requester = {
    name: filled(form.name),
    phone: filled(form.phone),
    email: filled(form.email),
    audience: form.audience,
  };
  const { kind, priority, channel, language } = form;
  const location = parseLocation(form.place);
  const request = {
    subject: form.subject.trim(),
    description: form.description.trim(),
    kind,
    priority,
    channel,
    language,
  };
  return {
    ...request,
    ...(form.queue && { queue: form.queue }),
    ...(form.service && { service: form.service }),
    ...(callId && { interaction: callId }),
    ...(form.takeIt && { takeIt: true }),
    ...(location && { location }),
    requester: withoutGaps(requester),
  };
}

const withoutGaps = <T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

onUserGone(resetTicketForm);
