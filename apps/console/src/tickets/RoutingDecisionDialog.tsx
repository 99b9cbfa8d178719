import { Alert, Badge, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../api/query-keys.js';
import { hasCode } from '../api/problem.js';
import { type Candidate, type Decision, routingApi } from '../api/routing-api.js';
import { clockText, useFormats } from '../i18n/format.js';
import { useOfferReasonText } from '../offers/OfferReasons.js';
import { useReasonName } from '../presence/use-reason-name.js';
import { Dialog } from '../ui/Dialog.js';
import { LoadError } from '../ui/LoadError.js';
import { ListTable } from '../ui/ListTable.js';
import { Ltr } from '../ui/Ltr.js';
import { EmptyState } from '../ui/EmptyState.js';
import { LoadingIndicator } from '../ui/LoadingIndicator.js';
import classes from './Decision.module.css';

/** The recorded routing decision behind an offer, with all candidates. */
export function RoutingDecisionDialog({ offer, close }: { offer: string; close: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog size="xl" title={t('decision.title')} close={close}>
      <DecisionLoader offer={offer} />
    </Dialog>
  );
}

function DecisionLoader({ offer }: { offer: string }) {
  const { t } = useTranslation();
  const decision = useQuery({
    queryKey: queryKeys.decision(offer),
    queryFn: () => routingApi.decision(offer),
    staleTime: Infinity,
  });
  if (hasCode(decision.error, 'offer.decision_not_found'))
    return <EmptyState icon="history" title={t('decision.none')} text={t('decision.noneHint')} />;
  if (decision.isError) return <LoadError error={decision.error} again={() => void decision.refetch()} />;
  return decision.data ? <DecisionDetails decision={decision.data} /> : <LoadingIndicator />;
}

function DecisionDetails({ decision }: { decision: Decision }) {
  const { t } = useTranslation();
  const { dateTime, number } = useFormats();
  const reasonText = useOfferReasonText('decision');
  const { at, rulesVersion, considered, why, repeated, agentId, candidates } = decision;
  const isSame = repeated?.agentId === agentId;
  return (
    <>
      <p className={classes.lead}>
        {t('decision.when', {
          when: dateTime(at),
          version: number(rulesVersion),
          agents: number(considered.agents),
        })}
      </p>
      <h3 className={classes.heading}>{t('decision.because')}</h3>
      <ul className={classes.reasons}>
        {why
          .map(reasonText)
          .filter((text) => text !== undefined)
          .map((text) => (
            <li key={text}>{text}</li>
          ))}
      </ul>
      <Alert color={isSame ? 'green' : 'yellow'} role="status" my="md">
        {t(isSame ? 'decision.same' : 'decision.differs')}
      </Alert>
      <h3 className={classes.heading}>{t('decision.candidates')}</h3>
      <p className={classes.lead}>{t('decision.order')}</p>
      <CandidateTable candidates={candidates} wishes={decision.wishes.length} />
      {considered.agents > candidates.length && (
        <p className={classes.lead}>{t('decision.more', { count: considered.agents - candidates.length })}</p>
      )}
    </>
  );
}

function CandidateTable({ candidates, wishes }: { candidates: Candidate[]; wishes: number }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  return (
    <ListTable
      label={t('decision.candidates')}
      heads={[
        t('decision.place'),
        t('board.agent'),
        t('decision.what'),
        t('decision.wishes'),
        t('decision.levels'),
        t('decision.idle'),
      ]}
      minWidth={620}
    >
      {candidates.map((candidate, n) => (
        <Table.Tr key={candidate.agent.id}>
          <Table.Td>{candidate.step === null ? '—' : number(n + 1)}</Table.Td>
          <Table.Th scope="row">
            <bdi>{candidate.agent.name || t('dryRun.formerAgent')}</bdi>
          </Table.Th>
          <Table.Td>
            <CandidateVerdict candidate={candidate} />
          </Table.Td>
          <Table.Td>{t('decision.met', { met: number(candidate.met), of: number(wishes) })}</Table.Td>
          <Table.Td>{number(candidate.levels)}</Table.Td>
          <Table.Td>
            <Ltr>{clockText(candidate.idleSeconds)}</Ltr>
          </Table.Td>
        </Table.Tr>
      ))}
    </ListTable>
  );
}

function CandidateVerdict({ candidate }: { candidate: Candidate }) {
  const { verdict, knows, step, declinedFor } = candidate;
  const { t } = useTranslation();
  const reasonName = useReasonName('decline');
  const { number } = useFormats();
  return (
    <>
      {verdict === 'chosen' ? (
        <Badge variant="outline" color="gray" className={classes.badge}>
          {t('decision.verdict.chosen')}
        </Badge>
      ) : (
        t(`decision.verdict.${verdict}`)
      )}
      {declinedFor && (
        <>
          : <bdi>{reasonName(declinedFor)}</bdi>
        </>
      )}
      {knows && ` · ${t('decision.knows')}`}
      {step !== null && step > 0 && ` · ${t('decision.fromStep', { step: number(step) })}`}
    </>
  );
}
