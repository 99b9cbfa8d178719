import { Badge, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { LoggedCall } from '../api/phone-api.js';
import { clockText, useFormats } from '../i18n/format.js';
import { useQueueName } from '../tickets/use-queue-name.js';
import { Ltr } from '../ui/Ltr.js';
import classes from './Calls.module.css';
import { CallerNumber } from './CallerNumber.js';
import { RecordingPlayers } from './RecordingPlayer.js';

const COLOURS = {
  missed: 'red',
  rejected: 'red',
  ringing: 'yellow',
  active: 'green',
  ended: 'gray',
} as const;

export function CallRow({ call }: { call: LoggedCall }) {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const queueName = useQueueName();
  const state = stateOf(call);
  const outbound = call.direction === 'out';
  return (
    <Table.Tr>
      <Table.Td>
        <time dateTime={call.startedAt}>{dateTime(call.startedAt)}</time>
      </Table.Td>
      <Table.Td>{t(`callLog.directions.${call.direction}`)}</Table.Td>
      <Table.Td>
        {call.requester && <bdi className={classes.party}>{call.requester.name ?? t('call.unknown')}</bdi>}
        <CallerNumber from={outbound ? call.to : call.from} fromRaw={outbound ? null : call.fromRaw} />
      </Table.Td>
      <Table.Td>
        {call.queue ? queueName(call.queue) : call.queueNamed && <bdi>{call.queueNamed}</bdi>}
      </Table.Td>
      <Table.Td dir="auto">{call.agent?.name}</Table.Td>
      <Table.Td>
        <Badge variant="light" color={COLOURS[state]}>
          {t(`callLog.states.${state}`)}
        </Badge>
      </Table.Td>
      <Table.Td>{outbound ? null : <Ltr>{clockText(call.times.wait)}</Ltr>}</Table.Td>
      <Table.Td>{call.answeredAt && <Ltr>{clockText(call.times.talk)}</Ltr>}</Table.Td>
      <Table.Td>
        {call.ticket && (
          <Link to={`/tickets/${call.ticket}`}>
            <Ltr>{call.ticket}</Ltr>
          </Link>
        )}
      </Table.Td>
      <Table.Td>
        <RecordingPlayers call={call} />
        {call.recording.files.length === 0 && <RecordedElsewhere recording={call.recording} />}
      </Table.Td>
    </Table.Tr>
  );
}

/** It is recorded now, or by a recorder of the exchange from which we get nothing. */
function RecordedElsewhere({ recording }: { recording: LoggedCall['recording'] }) {
  const { t } = useTranslation();
  return (
    <>
      {recording.state !== 'none' && t(`callLog.recordings.${recording.state}`)}{' '}
      {recording.reference && <bdi dir="ltr">{recording.reference}</bdi>}
    </>
  );
}

function stateOf(call: LoggedCall): keyof typeof COLOURS {
  if (call.cause === 'rejected') return 'rejected';
  return call.missed ? 'missed' : call.state;
}
