import { type RequesterTicketView, TICKET_STAGES } from '#wasl/selfservice';
import type { PageContext } from './page-context.js';

interface Props {
  pageContext: PageContext;
  ticket: RequesterTicketView;
}

/** Where a ticket stands: its state in a sentence, its stage, who has it, and when it is expected. */
export function TicketStatusBox({ pageContext, ticket }: Props) {
  const { texts } = pageContext;
  const isTheirTurn = ticket.pendingOn === 'requester';
  return (
    <section className={`status ${isTheirTurn ? 'yours' : ticket.status}`} aria-labelledby="status-title">
      <h2 id="status-title" className="unseen">
        {texts.ticket.status}
      </h2>
      <p>
        <strong className="chip">
          {isTheirTurn ? texts.ticket.yourTurn : texts.ticket.statuses[ticket.status]}
        </strong>{' '}
        {ticket.statusText}
      </p>
      <Stages pageContext={pageContext} ticket={ticket} />
      <dl className="facts">
        {ticket.service && <Fact label={texts.ticket.service} value={ticket.service.name} />}
        {ticket.entity && <Fact label={texts.ticket.entity} value={ticket.entity.name} />}
        {ticket.expectedAt && (
          <div>
            <dt>{texts.ticket.expected}</dt>
            <dd>
              <time dateTime={ticket.expectedAt}>{pageContext.day(ticket.expectedAt)}</time>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** The stages as a list: done, now, and to come, each in words for those who do not see the marks. */
function Stages({ pageContext: { texts }, ticket }: Props) {
  const now = TICKET_STAGES.indexOf(ticket.stage);
  return (
    <ol className="stages" aria-label={texts.ticket.stagesTitle}>
      {TICKET_STAGES.map((stage, index) => (
        <li
          key={stage}
          className={index < now ? 'past' : index === now ? 'now' : 'next'}
          aria-current={index === now ? 'step' : undefined}
        >
          {stage === 'with_entity'
            ? texts.ticket.stageWith(ticket.entity?.name ?? null)
            : texts.ticket.stages[stage]}
          {index < now && <span className="unseen"> ({texts.ticket.stageDone})</span>}
        </li>
      ))}
    </ol>
  );
}

/** What staff asked, directly above the form that answers it. */
export function Question({ pageContext, ticket: { question } }: Props) {
  const { texts } = pageContext;
  if (!question) return null;
  return (
    <section className="question" aria-labelledby="question-title">
      <h2 id="question-title">{texts.ticket.questionTitle}</h2>
      <time dateTime={question.at}>{pageContext.moment(question.at)}</time>
      <p className="words" dir="auto">
        {question.text}
      </p>
    </section>
  );
}
