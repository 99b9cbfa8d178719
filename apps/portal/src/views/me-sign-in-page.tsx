import type { Fault } from '../forms/validate-draft.js';
import { ErrorSummary, Input } from './fields.js';
import { Layout, MAIN_FORM } from './layout.js';
import type { PageContext } from './page-context.js';

/** Why the way through the provider did not lead to a session. */
export type ProviderProblem = 'state' | 'denied' | 'failed' | 'unavailable';

interface Props {
  pageContext: PageContext;
  contact: string;
  faults: Fault[];
  signedOut: boolean;
  problem: ProviderProblem | null;
  byProvider: boolean;
  /** what the country calls its provider */
  providerLabel: string | null;
  byText: boolean;
}

/** Signing in: through the provider of citizens where there is one, and by a one-time code. */
export function MeSignInPage(props: Props) {
  const { pageContext, faults, signedOut, problem, byProvider } = props;
  const { texts, language } = pageContext;
  const { me } = texts;
  return (
    <Layout
      pageContext={pageContext}
      title={me.title}
      path="/me"
      form={MAIN_FORM}
      faulty={faults.length > 0 || problem !== null}
    >
      <div className="narrow">
        <ErrorSummary faults={faults} texts={texts} />
        {problem && (
          <p className="alert" role="alert">
            {me.problems[problem]}
          </p>
        )}
        {signedOut && (
          <p className="done" role="status">
            {me.signedOut} {byProvider && <a href={`/${language}/me/oidc/logout`}>{me.endAtProvider}</a>}
          </p>
        )}
        <h1>{me.title}</h1>
        <p className="lead">{me.lead}</p>
        {byProvider && (
          <section aria-labelledby="provider-title">
            <h2 id="provider-title">{me.providerTitle}</h2>
            <p className="buttons">
              <a className="button" href={`/${language}/me/oidc`}>
                {props.providerLabel ?? me.provider}
              </a>
            </p>
          </section>
        )}
        <CodeForm {...props} />
        <p className="note">
          {me.onlyNumber} <a href={`/${language}/track`}>{texts.track.title}</a>
        </p>
      </div>
    </Layout>
  );
}

function CodeForm({ pageContext, contact, faults, byProvider, byText }: Props) {
  const { texts, language } = pageContext;
  const { me } = texts;
  return (
    <form id={MAIN_FORM} method="post" action={`/${language}/me`} noValidate>
      {byProvider && <h2>{me.codeInstead}</h2>}
      <Input
        name="contact"
        label={byText ? me.contact : texts.file.email}
        hint={me.contactHint}
        value={contact}
        inputMode={byText ? 'text' : 'email'}
        autoComplete={byText ? 'username' : 'email'}
        maxLength={254}
        ltr
        texts={texts}
        faults={faults}
      />
      <div className="buttons">
        <button className={byProvider ? 'quiet' : undefined} type="submit" name="go" value="next">
          {me.sendCode}
        </button>
      </div>
    </form>
  );
}
