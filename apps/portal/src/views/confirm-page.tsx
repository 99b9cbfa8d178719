import type { ContactConfirmation } from '#wasl/selfservice';
import type { PageContext } from './page-context.js';
import { Layout } from './layout.js';

interface Props {
  pageContext: PageContext;
  token: string;
  /** null when the link is not valid */
  named: ContactConfirmation | null;
}

/**
 * Asks the owner of an address whether they filed the ticket that names it. Opening the page changes nothing, because mail
 * scanners open links too. It shows no text that a user wrote.
 */
export function ConfirmPage({ pageContext, token, named }: Props) {
  const words = pageContext.texts.confirm;
  const path = named ? `/confirm/${token}` : '';
  const { title, text } = textsOf(named, words);
  return (
    <Layout pageContext={pageContext} title={title} path={path}>
      <div className="narrow">
        <h1>{title}</h1>
        {named && (
          <p className="number">
            {pageContext.texts.receipt.number} <bdi dir="ltr">{named.number}</bdi>
          </p>
        )}
        <p className="lead">{text}</p>
        {named?.state === 'claimed' && (
          <form method="post" action={`/${pageContext.language}${path}`}>
            {!named.expired && <p>{words.warning}</p>}
            <div className="buttons">
              {!named.expired && (
                <button type="submit" name="go" value="confirm">
                  {words.yes}
                </button>
              )}
              <button className="quiet" type="submit" name="go" value="refuse">
                {words.no}
              </button>
            </div>
          </form>
        )}
        {named?.state === 'verified' && (
          <p className="buttons">
            <a className="button" href={`/${pageContext.language}/track?number=${named.number}`}>
              {pageContext.texts.receipt.follow}
            </a>
          </p>
        )}
      </div>
    </Layout>
  );
}

function textsOf(
  named: ContactConfirmation | null,
  words: PageContext['texts']['confirm'],
): { title: string; text: string } {
  if (!named) return { title: words.goneTitle, text: words.gone };
  if (named.state === 'verified') return { title: words.confirmedTitle, text: words.confirmed };
  if (named.state === 'refused') return { title: words.refusedTitle, text: words.refused };
  if (named.expired) return { title: words.expiredTitle, text: words.expired };
  return { title: words.title, text: words.lead[named.kind] };
}
