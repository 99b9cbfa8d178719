import type { Page } from '#wasl/kernel';
import type { RequesterMatter, SignedInRequester, UnconfirmedFiling } from '#wasl/selfservice';
import { Layout } from './layout.js';
import type { PageContext } from './page-context.js';

const OUTCOMES = ['listed', 'elsewhere', 'refused', 'gone'] as const;
export type MeOutcome = (typeof OUTCOMES)[number];
export const isMeOutcome = (text: unknown): text is MeOutcome => OUTCOMES.some((one) => one === text);

interface Props {
  pageContext: PageContext;
  requester: SignedInRequester;
  matters: Page<RequesterMatter>;
  unconfirmed: UnconfirmedFiling[];
  /** the first page of the list */
  isFirst: boolean;
  done: MeOutcome | null;
}

/** All matters of a requester who is signed in. */
export function MePage({ pageContext, requester, matters, unconfirmed, isFirst, done }: Props) {
  const { texts, language } = pageContext;
  const { me } = texts;
  return (
    <Layout pageContext={pageContext} title={me.title} path="/me">
      <div className="narrow">
        {done && (
          <p className={done === 'gone' || done === 'elsewhere' ? 'note' : 'done'} role="status">
            {me.outcomes[done]}
          </p>
        )}
        <h1>{me.title}</h1>
        <form className="who" method="post" action={`/${language}/me/sign-out`}>
          <p className="lead">
            <bdi>{requester.name ?? requester.addresses[0]?.value}</bdi>
          </p>
          <button className="quiet" type="submit">
            {me.signOut}
          </button>
        </form>
        {unconfirmed.length > 0 && <Unconfirmed pageContext={pageContext} filings={unconfirmed} />}
        <Matters
          pageContext={pageContext}
          matters={matters}
          isFirst={isFirst}
          isAlone={unconfirmed.length === 0}
        />
        <Account pageContext={pageContext} requester={requester} />
      </div>
    </Layout>
  );
}

interface MattersProps extends Pick<Props, 'pageContext' | 'matters' | 'isFirst'> {
  /** nothing stands between it and the title of the page */
  isAlone: boolean;
}

function Matters({ pageContext, matters, isFirst, isAlone }: MattersProps) {
  const { texts, language } = pageContext;
  const { me } = texts;
  if (matters.data.length === 0)
    return (
      <section aria-labelledby="matters-title">
        <h2 id="matters-title">{me.emptyTitle}</h2>
        <p>{me.empty}</p>
        <p className="buttons">
          <a className="button" href={`/${language}/new`}>
            {texts.site.file}
          </a>
        </p>
      </section>
    );
  return (
    <section aria-labelledby="matters-title">
      <h2 id="matters-title" className={isAlone ? 'unseen' : undefined}>
        {me.listTitle}
      </h2>
      <ul className="matters">
        {matters.data.map((matter) => (
          <Matter key={matter.number} pageContext={pageContext} matter={matter} />
        ))}
      </ul>
      {(matters.meta.hasMore || !isFirst) && (
        <nav className="pages" aria-label={me.pages}>
          {!isFirst && <a href={`/${language}/me`}>{me.newest}</a>}
          {matters.meta.hasMore && (
            <a href={`/${language}/me?after=${encodeURIComponent(matters.meta.after!)}`}>{me.older}</a>
          )}
        </nav>
      )}
    </section>
  );
}

function Matter({ pageContext, matter }: { pageContext: PageContext; matter: RequesterMatter }) {
  const { texts, language } = pageContext;
  const { me } = texts;
  return (
    <li className={`card ${matter.status}`}>
      <h3>
        <a href={`/${language}/track/${matter.number}`}>
          <bdi lang={matter.language}>{matter.subject}</bdi>
        </a>
      </h3>
      <p>
        <strong className="chip">
          {matter.pendingOn === 'requester' ? texts.ticket.yourTurn : texts.ticket.statuses[matter.status]}
        </strong>{' '}
        {matter.pendingOn && <span>{me.awaits[matter.pendingOn]}</span>}
      </p>
      <dl>
        <div>
          <dt>{texts.receipt.number}</dt>
          <dd>
            <bdi dir="ltr">{matter.number}</bdi>
          </dd>
        </div>
        {matter.service && (
          <div>
            <dt>{me.service}</dt>
            <dd>{matter.service}</dd>
          </div>
        )}
        <div>
          <dt>{me.updated}</dt>
          <dd>
            <time dateTime={matter.updatedAt}>{pageContext.moment(matter.updatedAt)}</time>
          </dd>
        </div>
        <div>
          <dt>{me.channel}</dt>
          <dd>{me.channels[matter.channel]}</dd>
        </div>
      </dl>
    </li>
  );
}

/** Shows no text that a user wrote: who filed these is not known yet. */
function Unconfirmed({ pageContext, filings }: { pageContext: PageContext; filings: UnconfirmedFiling[] }) {
  const { texts, language } = pageContext;
  const { me, confirm } = texts;
  return (
    <section className="unconfirmed" aria-labelledby="unconfirmed-title">
      <h2 id="unconfirmed-title">{me.unconfirmedTitle}</h2>
      <p>{me.unconfirmedLead}</p>
      <ul className="matters">
        {filings.map(({ contactId, number, openedAt, value }) => (
          <li key={contactId} className="card">
            <form method="post" action={`/${language}/me/filings/${contactId}`}>
              <dl id={`filing-${contactId}`}>
                <div>
                  <dt>{texts.receipt.number}</dt>
                  <dd>
                    <bdi dir="ltr">{number}</bdi>
                  </dd>
                </div>
                <div>
                  <dt>{me.filed}</dt>
                  <dd>
                    <time dateTime={openedAt}>{pageContext.moment(openedAt)}</time>
                  </dd>
                </div>
                <div>
                  <dt>{me.given}</dt>
                  <dd>
                    <bdi dir="ltr">{value}</bdi>
                  </dd>
                </div>
              </dl>
              <div className="buttons">
                <button type="submit" name="go" value="confirm" aria-describedby={`filing-${contactId}`}>
                  {confirm.yes}
                </button>
                <button
                  className="quiet"
                  type="submit"
                  name="go"
                  value="refuse"
                  aria-describedby={`filing-${contactId}`}
                >
                  {confirm.no}
                </button>
              </div>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Account({ pageContext, requester }: Pick<Props, 'pageContext' | 'requester'>) {
  const { me } = pageContext.texts;
  if (requester.addresses.length === 0) return null;
  return (
    <section aria-labelledby="addresses-title">
      <h2 id="addresses-title">{me.addresses}</h2>
      <p>{me.addressesLead}</p>
      <ul className="own">
        {requester.addresses.map(({ kind, value }) => (
          <li key={`${kind} ${value}`}>
            <bdi dir="ltr">{value}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}
