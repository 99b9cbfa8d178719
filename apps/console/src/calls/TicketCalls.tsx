import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { phoneApi, pollRecordings, type TicketCall } from '../api/phone-api.js';
import { queryKeys } from '../api/query-keys.js';
import { clockText, useFormats } from '../i18n/format.js';
import { Icon } from '../ui/icons.js';
import { Ltr } from '../ui/Ltr.js';
import { LoadError } from '../ui/LoadError.js';
import classes from './Calls.module.css';
import { RecordingPlayers } from './RecordingPlayer.js';

/** The calls of a ticket in its conversation, with their recordings. */
export function TicketCalls({ number }: { number: string }) {
  const { t } = useTranslation();
  const calls = useQuery({
    queryKey: queryKeys.ticketCalls(number),
    queryFn: async () => (await phoneApi.ofTicket(number)).data,
    refetchInterval: ({ state }) => pollRecordings(state.data, state.dataUpdateCount),
  });
  if (calls.isError) return <LoadError error={calls.error} again={() => void calls.refetch()} />;
  if (!calls.data?.length) return null;
  return (
    <section className={classes.ticketCalls} aria-label={t('ticketCalls.title')}>
      <h2 className={classes.label}>{t('ticketCalls.title')}</h2>
      <ol className={classes.list}>
        {calls.data.map((call) => (
          <li key={call.id}>
            <CallOfTicket call={call} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function CallOfTicket({ call }: { call: TicketCall }) {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  return (
    <>
      <p className={classes.recordingFacts}>
        <Icon name="phone" size={16} /> {t(`callLog.directions.${call.direction}`)}{' '}
        <time dateTime={call.startedAt}>{dateTime(call.startedAt)}</time>{' '}
        {call.missed ? t('callLog.states.missed') : call.agent && <bdi>{call.agent.name}</bdi>}{' '}
        {call.answeredAt && <Ltr>{clockText(call.talk)}</Ltr>}
      </p>
      <RecordingPlayers call={call} />
    </>
  );
}
