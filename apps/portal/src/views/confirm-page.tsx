import type { NamedAddress } from '#wasl/selfservice';
import type { Frame } from './frame.js';
import { Layout } from './layout.js';

interface Props {
  frame: Frame;
  token: string;
  /** null when the link is not valid */
  named: NamedAddress | null;
}

/**
 * Asks the owner of an address whether they filed the ticket that names it. Opening the page changes nothing, because mail
 * scanners open links too. It shows no text that a user wrote.
 */
export function ConfirmPage({ frame, token, named }: Props) {
  const words = frame.texts.confirm;
  const path = named ? `/confirm/${token}` : '';
  const { title, text } = textsOf(named, words);
  return (
    <Layout frame={frame} title={title} path={path}>
      <div className="narrow">
        <h1>{title}</h1>
        {named && (
          <p className="number">
            {frame.texts.receipt.number} <bdi dir="ltr">{named.number}</bdi>
          </p>
        )}
        <p className="lead">{text}</p>
        {named?.state === 'claimed' && (
          <form method="post" action={`/${frame.language}${path}`}>
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
            <a className="button" href={`/${frame.language}/track?number=${named.number}`}>
              {frame.texts.receipt.follow}
            </a>
          </p>
        )}
      </div>
    </Layout>
  );
}

function textsOf(
  named: NamedAddress | null,
  words: Frame['texts']['confirm'],
): { title: string; text: string } {
  if (!named) return { title: words.goneTitle, text: words.gone };
  if (named.state === 'verified') return { title: words.confirmedTitle, text: words.confirmed };
  if (named.state === 'refused') return { title: words.refusedTitle, text: words.refused };
  if (named.expired) return { title: words.expiredTitle, text: words.expired };
  return { title: words.title, text: words.lead[named.kind] };
}
