import type { Fault } from '../forms/validate-draft.js';
import { ErrorSummary, Input } from './fields.js';
import type { PageContext } from './page-context.js';
import { Layout, MAIN_FORM } from './layout.js';

interface Props {
  pageContext: PageContext;
  number: string;
  code: string;
  faults: Fault[];
}

/** Opens a ticket by number and tracking code. */
export function TrackPage({ pageContext, number, code, faults }: Props) {
  const { texts, language } = pageContext;
  return (
    <Layout
      pageContext={pageContext}
      title={texts.track.title}
      path="/track"
      form={MAIN_FORM}
      faulty={faults.length > 0}
    >
      <div className="narrow">
        <ErrorSummary faults={faults} texts={texts} />
        <h1>{texts.track.title}</h1>
        <p className="lead">{texts.track.lead}</p>
        <form id={MAIN_FORM} method="post" action={`/${language}/track`} noValidate>
          <Input
            name="number"
            label={texts.track.number}
            hint={texts.track.numberHint}
            value={number}
            inputMode="numeric"
            maxLength={60}
            ltr
            texts={texts}
            faults={faults}
          />
          <Input
            name="code"
            label={texts.track.code}
            hint={texts.track.codeHint}
            value={code}
            maxLength={40}
            ltr
            texts={texts}
            faults={faults}
          />
          <div className="buttons">
            <button type="submit" name="go" value="next">
              {texts.track.open}
            </button>
            <a href={`/${language}/track/code`}>{texts.track.lost}</a>
          </div>
        </form>
        <p className="note">
          {texts.me.instead} <a href={`/${language}/me`}>{texts.me.title}</a>
        </p>
      </div>
    </Layout>
  );
}
