import type { RequesterTicketView } from '#wasl/selfservice';
import type { Fault } from '../forms/validate-draft.js';
import type { PendingFile } from '../forms/draft.js';
import { ConfirmCode } from './confirm-code.js';
import { TextArea, RadioGroup, ErrorSummary } from './fields.js';
import { FilesField, PendingFileFields, UPLOAD_SCRIPT } from './files-field.js';
import { Timeline } from './ticket-timeline.js';
import { Question, TicketStatusBox } from './ticket-status.js';
import type { PageContext } from './page-context.js';
import { Layout, MAIN_FORM } from './layout.js';

const DONE = ['sent', 'rated', 'confirmed', 'code_wrong'] as const;
/** Results that a URL may name, and one that only the server gives. */
export type FlashMessage = (typeof DONE)[number] | 'kept';
export const isFlashMessage = (text: unknown): text is FlashMessage => DONE.some((done) => done === text);

/** What the visitor typed into the forms of the page, with errors and the result of the last action. */
export interface TicketForms {
  token: string;
  message: string;
  held: PendingFile[];
  score: string;
  comment: string;
  faults: Fault[];
  done: FlashMessage | null;
}

export interface TicketPageProps {
  pageContext: PageContext;
  ticket: RequesterTicketView;
  /** kinds of contact addresses that are not confirmed yet */
  waiting: readonly ('email' | 'phone')[];
  forms: TicketForms;
  /** its requester is signed in: the list of their matters is a step back */
  isMine: boolean;
  /** the signed URL of a file */
  linkOf(fileId: string): string;
}

export function TicketPage({ pageContext, ticket, waiting, forms, isMine, linkOf }: TicketPageProps) {
  const { texts, language } = pageContext;
  const path = `/track/${ticket.number}`;
  const isTheirTurn = ticket.pendingOn === 'requester' && ticket.canReply;
  return (
    <Layout
      pageContext={pageContext}
      title={`${texts.receipt.number} ${ticket.number}`}
      path={path}
      form={ticket.canReply ? MAIN_FORM : undefined}
      formPath={`${path}/messages`}
      faulty={forms.faults.length > 0}
      scripts={ticket.canReply ? [UPLOAD_SCRIPT] : []}
    >
      <div className="narrow">
        <ErrorSummary faults={forms.faults} texts={texts} />
        <Outcome done={forms.done} texts={texts} />
        <h1>
          <bdi>{ticket.subject}</bdi>
        </h1>
        <p className="number">
          {texts.receipt.number} <bdi dir="ltr">{ticket.number}</bdi>
        </p>
        <TicketStatusBox pageContext={pageContext} ticket={ticket} />
        {isTheirTurn && (
          <>
            <Question pageContext={pageContext} ticket={ticket} />
            <ReplyForm pageContext={pageContext} ticket={ticket} forms={forms} />
          </>
        )}
        <ConfirmCode pageContext={pageContext} number={ticket.number} waiting={waiting} />
        <Timeline pageContext={pageContext} ticket={ticket} linkOf={linkOf} />
        {isTheirTurn ? null : ticket.canReply ? (
          <ReplyForm pageContext={pageContext} ticket={ticket} forms={forms} />
        ) : (
          <Closed pageContext={pageContext} message={forms.message} />
        )}
        {ticket.canRate && <RateForm pageContext={pageContext} ticket={ticket} forms={forms} />}
        {isMine ? (
          <p className="leave">
            <a href={`/${language}/me`}>{texts.me.back}</a>
          </p>
        ) : (
          <form className="leave" method="post" action={`/${language}${path}/leave`}>
            <button className="link" type="submit">
              {texts.ticket.leave}
            </button>
          </form>
        )}
      </div>
    </Layout>
  );
}

/** With what was typed before the ticket was closed, to be copied. */
function Closed({ pageContext: { texts }, message }: { pageContext: PageContext; message: string }) {
  return (
    <>
      <p className="note">{texts.ticket.closed}</p>
      {message && (
        <p className="words" dir="auto">
          {message}
        </p>
      )}
    </>
  );
}

function Outcome({ done, texts }: { done: FlashMessage | null; texts: PageContext['texts'] }) {
  if (!done) return null;
  if (done === 'code_wrong')
    return (
      <p className="note" role="alert">
        {texts.confirm.wrong}
      </p>
    );
  if (done === 'kept')
    return (
      <p className="note" role="alert">
        {texts.ticket.kept}
      </p>
    );
  return (
    <p className="done" role="status">
      {done === 'confirmed' ? texts.confirm.done : texts.ticket[done]}
    </p>
  );
}

function ReplyForm({ pageContext, ticket, forms }: Omit<TicketPageProps, 'waiting' | 'isMine' | 'linkOf'>) {
  const { texts, language } = pageContext;
  const resolved = ticket.status === 'resolved' || ticket.status === 'closed';
  const asked = ticket.pendingOn === 'requester';
  const title = resolved
    ? texts.ticket.reopenTitle
    : asked
      ? texts.ticket.answerTitle
      : texts.ticket.addTitle;
  return (
    <section aria-labelledby="add-title">
      <h2 id="add-title">{title}</h2>
      <form
        id={MAIN_FORM}
        method="post"
        action={`/${language}/track/${ticket.number}/messages`}
        encType="multipart/form-data"
        noValidate
      >
        <input type="hidden" name="token" value={forms.token} />
        <PendingFileFields held={forms.held} />
        <TextArea
          name="message"
          label={texts.ticket.message}
          value={forms.message}
          rows={5}
          maxLength={10_000}
          texts={texts}
          faults={forms.faults}
        />
        <FilesField
          label={texts.file.files}
          held={forms.held}
          faults={forms.faults}
          texts={texts}
          language={language}
        />
        <div className="buttons">
          <button type="submit" name="go" value="next">
            {texts.ticket.send}
          </button>
        </div>
      </form>
    </section>
  );
}

function RateForm({ pageContext, ticket, forms }: Omit<TicketPageProps, 'waiting' | 'isMine' | 'linkOf'>) {
  const { texts, language } = pageContext;
  const scores = texts.ticket.scores
    .map((label, index) => ({ value: String(index + 1), label: `${index + 1} – ${label}` }))
    .reverse();
  return (
    <section className="card" aria-labelledby="rate-title">
      <h2 id="rate-title">{texts.ticket.rateTitle}</h2>
      <form method="post" action={`/${language}/track/${ticket.number}/rating`} noValidate>
        <RadioGroup
          name="score"
          label={texts.ticket.score}
          value={forms.score}
          options={scores}
          inline
          texts={texts}
          faults={forms.faults}
        />
        <TextArea
          name="comment"
          label={texts.ticket.comment}
          value={forms.comment}
          rows={3}
          maxLength={2_000}
          optional
          texts={texts}
          faults={forms.faults}
        />
        <div className="buttons">
          <button type="submit">{texts.ticket.rate}</button>
        </div>
      </form>
    </section>
  );
}
