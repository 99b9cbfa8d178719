import { useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect } from 'react';
import { counterApi, type Visit } from '../api/counter-api.js';
import { queryKeys } from '../api/query-keys.js';
import { FindRequester } from './FindRequester.js';
import { beginIntake, useIntake } from './intake-store.js';
import { ExistingTickets } from './ExistingTickets.js';
import { VisitTicketForm } from './VisitTicketForm.js';
import { EndVisit } from './VisitTicket.js';

/** Debounce of the search for similar tickets. */
const DEBOUNCE_MS = 500;

/** Steps of a visit: identify the requester, offer existing tickets, then create a new one. */
export function Intake({ visit }: { visit: Visit }) {
  useEffect(() => beginIntake(visit.id), [visit.id]);
  const { visitId, who } = useIntake();
  if (visitId !== visit.id) return null;
  return (
    <>
      <FindRequester />
      {who && <ExistingTicketsSection visit={visit} />}
      {who && <VisitTicketForm visit={visit} />}
      <EndVisit visit={visit} />
    </>
  );
}

function ExistingTicketsSection({ visit }: { visit: Visit }) {
  const who = useIntake((state) => state.who);
  const form = useIntake((state) => state.form);
  const [words] = useDebouncedValue(form.subject.trim(), DEBOUNCE_MS);
  const requester = who?.is === 'known' ? who.requester.id : undefined;
  const { service } = form;
  const sought = { ...(requester && { requester }), ...(words && { words }), ...(service && { service }) };
  const known = useQuery({
    queryKey: queryKeys.counterSimilar(sought),
    queryFn: async () => (await counterApi.similar(sought)).data,
    enabled: requester !== undefined || words !== '',
    placeholderData: (before) => before,
  });
  return <ExistingTickets visit={visit} matters={known.data ?? []} known={requester !== undefined} />;
}
