import type { PageContext } from './page-context.js';
import { Layout } from './layout.js';

interface Props {
  pageContext: PageContext;
  number: string;
  trackingCode: string;
  expectedAt: string | null;
  /** what will happen with the addresses that were given */
  notices: string[];
}

/** The receipt: ticket number and tracking code in large type, to copy or print, with what happens next and when. */
export function ReceiptPage({ pageContext, number, trackingCode, expectedAt, notices }: Props) {
  const { texts, language } = pageContext;
  return (
    <Layout pageContext={pageContext} title={texts.receipt.title} path={`/receipt/${number}`}>
      <div className="narrow">
        <div className="receipt">
          <h1>{texts.receipt.title}</h1>
          <dl>
            <Key label={texts.receipt.number} value={number} pageContext={pageContext} />
            <Key label={texts.receipt.code} value={trackingCode} pageContext={pageContext} />
          </dl>
          <p>{texts.receipt.keep}</p>
        </div>
        <button className="quiet needs-script" type="button" data-print hidden>
          {texts.receipt.print}
        </button>
        <h2>{texts.receipt.next}</h2>
        <ol className="tips">
          {texts.receipt.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
          {expectedAt && (
            <li>
              {texts.receipt.expected} <time dateTime={expectedAt}>{pageContext.day(expectedAt)}</time>.
            </li>
          )}
        </ol>
        {notices.map((notice) => (
          <p key={notice}>{notice}</p>
        ))}
        <p className="buttons">
          <a className="button" href={`/${language}/track/${number}`}>
            {texts.receipt.follow}
          </a>
          <a className="button quiet" href={`/${language}/new`}>
            {texts.receipt.another}
          </a>
        </p>
      </div>
    </Layout>
  );
}

function Key({
  label,
  value,
  pageContext: { texts },
}: {
  label: string;
  value: string;
  pageContext: PageContext;
}) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <bdi dir="ltr" className="key">
          {value}
        </bdi>
        <button
          className="link needs-script"
          type="button"
          data-copy={value}
          data-copied={texts.receipt.copied}
          aria-label={`${texts.receipt.copy}: ${label}`}
          hidden
        >
          {texts.receipt.copy}
        </button>
      </dd>
    </div>
  );
}
