import type { Fault } from '../forms/validate-draft.js';
import { ErrorSummary, Input } from './fields.js';
import { Layout, MAIN_FORM } from './layout.js';
import type { PageContext } from './page-context.js';

/** Asks for the one-time code. It says the same whether one was sent or not. */
export function MeCodePage({ pageContext, faults }: { pageContext: PageContext; faults: Fault[] }) {
  const { texts, language } = pageContext;
  return (
    <Layout
      pageContext={pageContext}
      title={texts.me.codeTitle}
      path="/me/code"
      form={MAIN_FORM}
      faulty={faults.length > 0}
    >
      <div className="narrow">
        <ErrorSummary faults={faults} texts={texts} />
        <h1>{texts.me.codeTitle}</h1>
        <p className="lead">{texts.me.codeLead}</p>
        <form id={MAIN_FORM} method="post" action={`/${language}/me/code`} noValidate>
          <Input
            name="code"
            label={texts.me.code}
            hint={texts.me.codeHint}
            value=""
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={40}
            ltr
            texts={texts}
            faults={faults}
          />
          <div className="buttons">
            <button type="submit" name="go" value="next">
              {texts.me.signIn}
            </button>
            <a href={`/${language}/me`}>{texts.me.again}</a>
          </div>
        </form>
      </div>
    </Layout>
  );
}
