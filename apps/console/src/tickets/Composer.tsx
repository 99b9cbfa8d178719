import { Button, SegmentedControl } from '@mantine/core';
import type { MessageKind } from '#wasl/contracts';
import { type KeyboardEvent, type Ref, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../api/types.js';
import { usePreferences } from '../app/preferences.js';
import { sendTyping } from '../live/live-client.js';
import { useCurrentUser } from '../session/session.js';
import { Textarea } from '../ui/fields.js';
import { AttachButton, AttachedFiles } from './AttachedFiles.js';
import { CannedList } from './canned/CannedList.js';
import { useCanned } from './canned/use-canned.js';
import classes from './Composer.module.css';
import { useDraft } from './drafts.js';
import { outgoingKey, scheduleSend, cancelSend, useOutgoingMessages } from './outgoing-messages.js';
import { UndoSend } from './UndoSend.js';

export type ComposerKind = Exclude<MessageKind, 'requester_message'>;

interface Props {
  ticket: Ticket;
  kind: ComposerKind;
  setKind: (kind: ComposerKind) => void;
  ref: Ref<HTMLTextAreaElement>;
}

export function Composer({ ticket, kind, setKind, ref }: Props) {
  const { t } = useTranslation();
  const me = useCurrentUser();
  const name = outgoingKey(ticket.number, kind);
  const { draft, setText, attach, detach } = useDraft(me.id, name);
  const outgoing = useOutgoingMessages((all) => all[name]);
  const pause = useUndoDelay(ticket, kind);
  const typing = useTyping(ticket.number);
  const isNote = kind === 'internal_note';
  const canned = useCanned({
    number: ticket.number,
    enabled: !isNote && !outgoing,
    text: draft.text,
    setText,
  });
  const canSend = draft.text.trim() !== '' && !outgoing;
  const submit = () => {
    if (canSend) scheduleSend({ number: ticket.number, kind, draft, author: me.id }, pause);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (canned.onKeyDown(event)) return;
    if (event.key === 'Escape') event.currentTarget.blur();
    const withControl = event.ctrlKey || event.metaKey;
    if (withControl && event.code === 'KeyZ' && cancelSend(name)) event.preventDefault();
    if (event.key !== 'Enter' || !withControl) return;
    event.preventDefault();
    submit();
  };
  return (
    <form
      className={classes.composer}
      data-kind={kind}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={classes.top}>
        <SegmentedControl
          size="xs"
          value={kind}
          onChange={(value) => setKind(value === 'internal_note' ? 'internal_note' : 'public_reply')}
          aria-label={t('composer.kind')}
          data={[
            { value: 'public_reply', label: t('composer.reply') },
            { value: 'internal_note', label: t('composer.note') },
          ]}
        />
        <span className={classes.reader}>{t(audienceOf(ticket, isNote))}</span>
      </div>
      <div className={classes.writing}>
        <CannedList {...canned.list} choose={canned.choose} />
        <Textarea
          ref={ref}
          value={draft.text}
          readOnly={outgoing !== undefined}
          onChange={(event) => {
            setText(event.currentTarget.value);
            canned.follow(event);
            typing();
          }}
          onSelect={canned.follow}
          onBlur={canned.leave}
          onKeyDown={onKeyDown}
          autosize
          minRows={2}
          maxRows={10}
          dir="auto"
          aria-label={isNote ? t('composer.note') : t('composer.reply')}
          placeholder={isNote ? t('composer.notePlaceholder') : t('composer.replyPlaceholder')}
          aria-keyshortcuts="Control+Enter"
          classNames={{ input: classes.input }}
          {...(!isNote && canned.aria)}
        />
      </div>
      <AttachedFiles attachments={draft.attachments} detach={outgoing ? undefined : detach} />
      {outgoing && outgoing.until !== null && pause > 0 ? (
        <UndoSend name={name} until={outgoing.until} />
      ) : (
        <div className={classes.foot}>
          <AttachButton onAttached={attach} />
          {draft.text !== '' && <span className={classes.kept}>{t('composer.draftKept')}</span>}
          <Button
            type="submit"
            size="sm"
            disabled={!canSend}
            loading={outgoing !== undefined}
            color={isNote ? 'gray' : undefined}
          >
            {isNote ? t('composer.saveNote') : t('composer.send')}
          </Button>
        </div>
      )}
    </form>
  );
}

/** The audience of the message: everybody, if the report is public. */
function audienceOf(ticket: Ticket, isNote: boolean) {
  if (isNote) return 'composer.staffOnly' as const;
  return ticket.channel === 'open311' ? ('composer.toEverybody' as const) : ('composer.toRequester' as const);
}

/** Undo delay: replies only, because notes can be corrected and chat visitors are waiting. */
function useUndoDelay(ticket: Ticket, kind: ComposerKind): number {
  const seconds = usePreferences((preferences) => preferences.undoSeconds);
  return kind === 'public_reply' && ticket.channel !== 'chat' ? seconds : 0;
}

/** Throttled typing indicator for other viewers. */
const TYPING_PAUSE = 3_000;

function useTyping(number: string): () => void {
  const last = useRef(0);
  return () => {
    const now = Date.now();
    if (now - last.current < TYPING_PAUSE) return;
    last.current = now;
    sendTyping(number);
  };
}
