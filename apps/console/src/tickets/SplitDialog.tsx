import { Checkbox } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ticketsApi } from '../api/api.js';
import { idempotencyKey } from '../api/client.js';
import { useMessages, useQueues } from '../api/queries.js';
import type { Message, SplitRequest, Ticket } from '../api/types.js';
import { useFormats } from '../i18n/format.js';
import { Dialog } from '../ui/Dialog.js';
import { DialogForm } from '../ui/DialogForm.js';
import { Select } from '../ui/choice-fields.js';
import { TextInput } from '../ui/fields.js';
import { notifyWithUndo } from '../ui/notify-with-undo.js';
import classes from './Joining.module.css';
import { cacheTicket } from './cache-ticket.js';
import { refetchTickets, useUnmerge, useOpenTicket } from './merge-split.js';

interface Props {
  ticket: Ticket;
  opened: boolean;
  close: () => void;
}

/** Moves selected messages of a ticket into a new ticket. */
export function SplitDialog({ ticket, opened, close }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('split.title')} size="lg" opened={opened} close={close}>
      <SplitForm ticket={ticket} close={close} />
    </Dialog>
  );
}

function SplitForm({ ticket, close }: Omit<Props, 'opened'>) {
  const { t } = useTranslation();
  const { localized } = useFormats();
  const queues = useQueues();
  const [chosen, setChosen] = useState<string[]>([]);
  const [subject, setSubject] = useState('');
  const [queue, setQueue] = useState(ticket.queue);
  const split = useSplit(ticket, close);
  const canSplit = chosen.length > 0 && subject.trim() !== '';
  return (
    <DialogForm
      saving={split}
      submit={() => {
        if (canSplit) split.mutate({ messages: chosen, subject: subject.trim(), queue });
      }}
      close={close}
      label={t('split.submit')}
      failed={t('split.failed')}
      disabled={!canSplit}
    >
      <MessageChoice ticket={ticket} chosen={chosen} choose={setChosen} />
      <TextInput
        label={t('split.subject')}
        required
        maxLength={200}
        dir="auto"
        value={subject}
        onChange={(event) => setSubject(event.currentTarget.value)}
      />
      <Select
        label={t('field.queue')}
        value={queue}
        onChange={(value) => setQueue(value ?? ticket.queue)}
        data={(queues.data ?? []).map(({ key, name }) => ({ value: key, label: localized(name) }))}
      />
    </DialogForm>
  );
}

/** Messages of a ticket that was merged into this one cannot be split off. */
function MessageChoice(props: { ticket: Ticket; chosen: string[]; choose: (ids: string[]) => void }) {
  const { t } = useTranslation();
  const messages = useMessages(props.ticket.number);
  const own = (messages.data?.pages.flatMap(({ data }) => data) ?? []).filter(({ ticket }) => !ticket);
  if (messages.isSuccess && own.length === 0) return <p className={classes.quiet}>{t('split.nothing')}</p>;
  return (
    <Checkbox.Group label={t('split.messages')} value={props.chosen} onChange={props.choose}>
      <div className={classes.choices}>
        {own.map((message, index) => (
          <MessageCheckbox
            key={message.id}
            message={message}
            requester={props.ticket.requester.name}
            isFirst={index === 0}
          />
        ))}
      </div>
    </Checkbox.Group>
  );
}

function MessageCheckbox(props: { message: Message; requester: string | null; isFirst: boolean }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { message } = props;
  const author = message.author.name ?? (message.kind === 'requester_message' ? props.requester : null);
  return (
    <Checkbox
      value={message.id}
      data-autofocus={props.isFirst || undefined}
      label={
        <>
          <span className={classes.choice}>
            <strong>{t(`message.${message.kind}`)}</strong>
            {author && <bdi>{author}</bdi>}
            <time dateTime={message.createdAt}>{formats.dateTime(message.createdAt)}</time>
          </span>
          <span className={classes.excerpt}>{message.body}</span>
        </>
      }
    />
  );
}

function useSplit(ticket: Ticket, close: () => void) {
  const { t } = useTranslation();
  const show = useOpenTicket();
  const { mergeBack } = useUnmerge();
  // one key per content, so that sending again after a lost response creates no second ticket
  const tried = useRef({ content: '', key: '' });
  return useMutation({
    mutationFn: (request: SplitRequest) => {
      const content = JSON.stringify(request);
      if (tried.current.content !== content) tried.current = { content, key: idempotencyKey() };
      return ticketsApi.split(ticket.number, request, tried.current.key);
    },
    onSuccess: (made) => {
      cacheTicket(made);
      refetchTickets(ticket.number, made.number);
      close();
      show(made.number);
      const text = t('done.split', { number: `\u2066${made.number}\u2069` });
      notifyWithUndo(text, t('split.mergeBack'), () => mergeBack(made.number, ticket.number));
    },
  });
}
