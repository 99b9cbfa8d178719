import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { phoneApi, type RecordedCall, type RecordingFile, recordingUrl } from '../api/phone-api.js';
import { queryClient } from '../api/query-client.js';
import { queryKeys } from '../api/query-keys.js';
import { clockText, useFormats } from '../i18n/format.js';
import { usePermission } from '../session/session.js';
import { Ltr } from '../ui/Ltr.js';
import { notifyError } from '../ui/notify.js';
import { useProblemText } from '../ui/use-problem-text.js';
import classes from './Calls.module.css';

/** The recordings of a call: a player for each that may be played, and for the others why not. */
export function RecordingPlayers({ call }: { call: RecordedCall }) {
  const { files, mayListen } = call.recording;
  return files.map((file, index) => (
    <div key={file.id} className={classes.recording}>
      {file.state === 'kept' && mayListen ? (
        <Player call={call} file={file} part={files.length > 1 ? index + 1 : null} />
      ) : (
        <RecordingState file={file} />
      )}
    </div>
  ));
}

function Player({ call, file, part }: { call: RecordedCall; file: RecordingFile; part: number | null }) {
  const { t } = useTranslation();
  const { dateTime, date } = useFormats();
  const [failed, setFailed] = useState(false);
  const name = t('recording.of', { at: dateTime(call.startedAt) });
  return (
    <>
      {/* Nothing is loaded before somebody plays it: playing is in the audit trail. Telephone calls have no captions. */}
      <audio
        controls
        preload="none"
        src={recordingUrl(file.id)}
        aria-label={part === null ? name : t('recording.part', { name, part })}
        onPlay={() => setFailed(false)}
        onError={() => setFailed(true)}
      />
      {failed && <p role="alert">{t('recording.notPlayed')}</p>}
      <p className={classes.recordingFacts}>
        {file.seconds !== null && <Ltr>{clockText(file.seconds)}</Ltr>}{' '}
        {t('recording.keptUntil', { at: date(file.expiresAt) })}
      </p>
    </>
  );
}

function RecordingState({ file }: { file: RecordingFile }) {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const why = file.fault && t(`recording.faults.${file.fault}`, { detail: file.faultDetail ?? '' });
  const mayRetry = file.state === 'failed' || file.nextAttemptAt !== null;
  return (
    <>
      <p className={classes.recordingFacts}>
        {file.state === 'failed' && t('recording.failed', { why })}
        {file.state === 'fetching' && file.nextAttemptAt === null && t('recording.fetching')}
        {file.state === 'fetching' &&
          file.nextAttemptAt !== null &&
          t('recording.fetchingAgain', { why, at: dateTime(file.nextAttemptAt) })}
        {(file.state === 'checking' || file.state === 'kept' || file.state === 'expired') &&
          t(`recording.${file.state}`)}
      </p>
      {mayRetry && <FetchAgain id={file.id} />}
    </>
  );
}

function FetchAgain({ id }: { id: string }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const may = usePermission('call.listen');
  const retry = useMutation({
    mutationFn: () => phoneApi.fetchRecording(id),
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: queryKeys.allCalls }),
        queryClient.invalidateQueries({ queryKey: queryKeys.allTicketCalls }),
      ]),
    onError: (error) => notifyError(t('recording.notFetchedAgain'), problemText(error)),
  });
  if (!may) return null;
  return (
    <Button size="xs" variant="default" loading={retry.isPending} onClick={() => retry.mutate()}>
      {t('recording.fetchAgain')}
    </Button>
  );
}
