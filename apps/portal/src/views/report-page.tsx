import type { PublicReport } from '#wasl/channels';
import type { Fault } from '../forms/validate-draft.js';
import { type PausedFiling, serializePausedFiling } from '../forms/paused-filing.js';
import { EmailInput, PhoneInput } from './contact-inputs.js';
import { DraftFields } from './draft-fields.js';
import { ErrorSummary } from './fields.js';
import type { PageContext } from './page-context.js';
import { Layout, MAIN_FORM } from './layout.js';
import { Honeypot } from './honeypot.js';

/** What the visitor typed into the follow form, with its errors. */
export interface FollowForm {
  token: string;
  email: string;
  phone: string;
  faults: Fault[];
  honeypotFilled: boolean;
  done: 'asked' | 'confirmed' | null;
}

export interface ReportPageProps {
  pageContext: PageContext;
  report: PublicReport;
  form: FollowForm;
  /** the full address of the page, for the visitor to save */
  address: string;
  /** SMS is available */
  byText: boolean;
  pausedFiling: PausedFiling | null;
}

/** A public report: its status, the number of followers, and the follow form. It shows nothing about its requester. */
export function ReportPage(props: ReportPageProps) {
  const { pageContext, report, form, pausedFiling } = props;
  const { texts } = pageContext;
  const { report: words } = texts;
  const path = `/reports/${report.number}`;
  const asks = report.goesOn && form.done !== 'confirmed';
  return (
    <Layout
      pageContext={pageContext}
      title={`${words.title} ${report.number}`}
      path={path}
      form={asks ? MAIN_FORM : undefined}
      formPath={`${path}/follow`}
      faulty={form.faults.length > 0}
    >
      <div className="narrow">
        <ErrorSummary faults={form.faults} texts={texts} />
        {form.done && (
          <p className="done" role="status">
            {words[form.done]}
          </p>
        )}
        <h1>{report.serviceName}</h1>
        <p className="number">
          {words.title} <bdi dir="ltr">{report.number}</bdi>
        </p>
        <section className={`status ${report.status}`} aria-labelledby="status-title">
          <h2 id="status-title" className="unseen">
            {texts.ticket.status}
          </h2>
          <p>
            <strong className="chip">{words.statuses[report.status]}</strong>{' '}
            {words.statusTexts[report.status]}
          </p>
          {report.expectedAt && (
            <p>
              {texts.ticket.expected}:{' '}
              <time dateTime={report.expectedAt}>{pageContext.day(report.expectedAt)}</time>
            </p>
          )}
          <p>
            {words.where}: <bdi>{report.address ?? words.noPlace}</bdi>
          </p>
          <p>{report.followers > 0 ? words.followers(report.followers) : words.noFollowers}</p>
        </section>
        <Timeline pageContext={pageContext} report={report} />
        {asks && <Following {...props} path={path} />}
        {!report.goesOn && <p className="note">{words.over}</p>}
        <Keep {...props} />
        {pausedFiling && <Own pageContext={pageContext} number={report.number} left={pausedFiling} />}
      </div>
    </Layout>
  );
}

function Timeline({ pageContext, report }: Pick<ReportPageProps, 'pageContext' | 'report'>) {
  const { texts } = pageContext;
  return (
    <section aria-labelledby="timeline-title">
      <h2 id="timeline-title">{texts.ticket.timeline}</h2>
      <ol className="timeline">
        {report.timeline.map(({ at, what }, index) => (
          <li key={index} className={what}>
            <time dateTime={at}>{pageContext.moment(at)}</time>
            <strong>{texts.report.steps[what]}</strong>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Following({ pageContext, form, byText, pausedFiling, path }: ReportPageProps & { path: string }) {
  const { texts, language } = pageContext;
  const { faults } = form;
  return (
    <section aria-labelledby="follow-title">
      <h2 id="follow-title">{texts.report.followTitle}</h2>
      <p>{texts.report.followLead}</p>
      <form id={MAIN_FORM} method="post" action={`/${language}${path}/follow`} noValidate>
        <input type="hidden" name="token" value={form.token} />
        {pausedFiling && <input type="hidden" name="left" value={serializePausedFiling(pausedFiling)} />}
        <Honeypot pageContext={pageContext} shown={form.honeypotFilled} />
        <EmailInput value={form.email} texts={texts} faults={faults} />
        {byText && (
          <PhoneInput value={form.phone} hint={texts.report.phoneHint} texts={texts} faults={faults} />
        )}
        <div className="buttons">
          <button type="submit" name="go" value="next">
            {texts.report.follow}
          </button>
        </div>
      </form>
    </section>
  );
}

function Keep({ pageContext: { texts }, address }: Pick<ReportPageProps, 'pageContext' | 'address'>) {
  return (
    <section aria-labelledby="keep-title">
      <h2 id="keep-title">{texts.report.keepTitle}</h2>
      <p>{texts.report.keepLead}</p>
      <p className="address">
        <a href={address} dir="ltr">
          {address}
        </a>{' '}
        <button className="link" type="button" data-copy={address} data-copied={texts.receipt.copied} hidden>
          {texts.report.copyLink}
        </button>
      </p>
    </section>
  );
}

/** The link back to the visitor's own unfinished report. */
function Own({
  pageContext,
  number,
  left,
}: {
  pageContext: PageContext;
  number: string;
  left: PausedFiling;
}) {
  const { texts, language } = pageContext;
  return (
    <section className="card" aria-labelledby="own-title">
      <h2 id="own-title">{texts.report.ownTitle}</h2>
      <p>{texts.report.ownLead}</p>
      <form method="post" action={`/${language}/new`} noValidate>
        <input type="hidden" name="token" value={left.token} />
        <input type="hidden" name="step" value="follow" />
        <input type="hidden" name="offered" value={number} />
        {left.returning && <input type="hidden" name="returning" value="1" />}
        <DraftFields draft={left.draft} />
        <div className="buttons">
          <button className="quiet" type="submit" name="go" value="next">
            {texts.report.own}
          </button>
          <button className="link" type="submit" name="go" value="back">
            {texts.report.again}
          </button>
        </div>
      </form>
    </section>
  );
}
