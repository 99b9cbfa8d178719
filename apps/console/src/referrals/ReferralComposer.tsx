import { Button, SegmentedControl } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReferralMessageKind } from '#wasl/contracts';
import { idempotencyKey } from '../api/client.js';
import { type ReferralDetail, referralsApi } from '../api/referrals-api.js';
import type { Attachment } from '../api/types.js';
import { usePermission } from '../session/session.js';
import { AttachButton, AttachedFiles } from '../tickets/AttachedFiles.js';
import composer from '../tickets/Composer.module.css';
import { ErrorAlert } from '../ui/ErrorAlert.js';
import { Textarea } from '../ui/fields.js';
import { useWorksForEntity } from '../session/works-for-entity.js';
import own from './Referrals.module.css';
import { refetchReferral } from './use-referral-action.js';

/** Messages between entity and centre. Asking makes the other side answer first. */
export function ReferralComposer({ referral, asked }: { referral: ReferralDetail; asked: number }) {
  const { t } = useTranslation();
  const mayReply = usePermission('ticket.reply');
  const worksForEntity = useWorksForEntity();
  const kinds: ReferralMessageKind[] = worksForEntity
    ? ['question', 'note']
    : referral.asked
      ? ['answer', 'note']
      : ['note', 'question'];
  const [chosen, setChosen] = useState<ReferralMessageKind>(kinds[0]!);
  const kind = kinds.includes(chosen) ? chosen : kinds[0]!;
  const [body, setBody] = useState('');
  const [files, setFiles] = useState<Attachment[]>([]);
  const [key, setKey] = useState(idempotencyKey);
  const writing = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (asked > 0) writing.current?.focus();
  }, [asked]);
  const send = useMutation({
    mutationFn: () =>
      referralsApi.addMessage(
        referral.id,
        { kind, body: body.trim(), attachments: files.map(({ id }) => id) },
        key,
      ),
    onSuccess: () => {
      setBody('');
      setFiles([]);
      setKey(idempotencyKey());
    },
    onSettled: () => refetchReferral(referral.ticket),
  });
  if (!mayReply) return null;
  const submit = () => {
    if (body.trim() !== '' && !send.isPending) send.mutate();
  };
  return (
    <form
      className={`${composer.composer} ${own.composer}`}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={composer.top}>
        <SegmentedControl
          size="xs"
          value={kind}
          onChange={(value) => setChosen(value)}
          aria-label={t('composer.kind')}
          data={kinds.map((value) => ({ value, label: t(`referral.message.${value}`) }))}
        />
        <span className={composer.reader}>
          {t(worksForEntity ? 'referral.toCentre' : 'referral.toEntity')}
        </span>
      </div>
      <ErrorAlert error={send.error} title={t('referral.failed')} mb="xs" />
      <Textarea
        ref={writing}
        value={body}
        onChange={(event) => {
          setBody(event.currentTarget.value);
          // Another text is another message; the same one sent again is not.
          setKey(idempotencyKey());
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
        }}
        autosize
        minRows={2}
        maxRows={8}
        dir="auto"
        aria-label={t(`referral.message.${kind}`)}
        aria-keyshortcuts="Control+Enter"
        classNames={{ input: composer.input }}
      />
      <AttachedFiles
        attachments={files}
        detach={(id) => setFiles((all) => all.filter((file) => file.id !== id))}
      />
      <div className={composer.foot}>
        <AttachButton onAttached={(file) => setFiles((all) => [...all, file])} />
        <Button type="submit" size="sm" loading={send.isPending} disabled={body.trim() === ''}>
          {t('referral.sendMessage')}
        </Button>
      </div>
    </form>
  );
}
