import type { NearbyReport } from '#wasl/channels';
import type { Draft } from '../forms/draft.js';
import { DraftFields } from './draft-fields.js';
import type { PageContext } from './page-context.js';
import { Layout, MAIN_FORM } from './layout.js';

export interface NearbyPageProps {
  pageContext: PageContext;
  draft: Draft;
  token: string;
  returning: boolean;
  reports: NearbyReport[];
}

/** Lists open reports of the same kind nearby: the visitor follows one of them or continues with a new report. */
export function NearbyPage({ pageContext, draft, token, returning, reports }: NearbyPageProps) {
  const { texts, language } = pageContext;
  const { report: words } = texts;
  return (
    <Layout pageContext={pageContext} title={words.nearbyTitle} path="/new" form={MAIN_FORM}>
      <div className="narrow">
        <h1>{words.nearbyTitle}</h1>
        <p className="lead">{words.nearbyLead}</p>
        <form id={MAIN_FORM} method="post" action={`/${language}/new`} noValidate>
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="step" value="nearby" />
          {returning && <input type="hidden" name="returning" value="1" />}
          <DraftFields draft={draft} />
          <ul className="reports">
            {reports.map((report) => (
              <Report key={report.number} report={report} pageContext={pageContext} />
            ))}
          </ul>
          <div className="buttons">
            <button type="submit" name="go" value="next">
              {words.none}
            </button>
            <button className="quiet" type="submit" name="go" value="back">
              {texts.form.back}
            </button>
          </div>
        </form>
      </div>
    </Layout>
  );
}

function Report({ report, pageContext }: { report: NearbyReport; pageContext: PageContext }) {
  const { report: words } = pageContext.texts;
  const title = `report-${report.number}`;
  const filedAt = report.filedAt.toISOString();
  return (
    <li className="card">
      <input type="hidden" name="offered" value={report.number} />
      <h2 id={title}>
        {report.serviceName} <span className="chip">{words.statuses[report.status]}</span>
      </h2>
      <dl>
        <div>
          <dt>{words.where}</dt>
          <dd dir="auto">
            {report.address ? <bdi>{report.address}</bdi> : words.noPlace}
            {report.metres !== null && ` (${words.metres(report.metres)})`}
          </dd>
        </div>
        <div>
          <dt>{words.filed}</dt>
          <dd>
            <time dateTime={filedAt}>{pageContext.day(filedAt)}</time>
          </dd>
        </div>
      </dl>
      <p className="note">{report.followers > 0 ? words.followers(report.followers) : words.noFollowers}</p>
      <button
        className="quiet"
        type="submit"
        name="go"
        value={`follow:${report.number}`}
        aria-describedby={title}
      >
        {words.followThis}
      </button>
    </li>
  );
}
