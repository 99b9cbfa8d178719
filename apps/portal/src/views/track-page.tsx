import type { Fault } from '../forms/validate-draft.js';
import type { KeptReply } from '../forms/kept-reply.js';
import { ErrorSummary, Input } from './fields.js';
import { KeptReplyFields, KeptReplyNotice } from './kept-reply.js';
import type { PageContext } from './page-context.js';
import { Layout, MAIN_FORM } from './layout.js';

interface Props {
  pageContext: PageContext;
  number: string;
  code: string;
  faults: Fault[];
  /** typed on the ticket's page when its session had ended */
  kept: KeptReply | null;
}

/** Opens a ticket by number and tracking code. */
export function TrackPage({ pageContext, number, code, faults, kept }: Props) {
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
        <KeptReplyNotice pageContext={pageContext} kept={kept} />
        <form
          id={MAIN_FORM}
          method="post"
          action={`/${language}/track`}
          // Words in Arabic need six bytes a letter in the other encoding, more than a form may have.
          encType={kept ? 'multipart/form-data' : undefined}
          noValidate
        >
          <KeptReplyFields kept={kept} />
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
            <LostCode pageContext={pageContext} kept={kept} />
          </div>
          {kept && number && <SignedInAgain pageContext={pageContext} number={number} />}
        </form>
        {!kept && (
          <p className="note">
            {texts.me.instead} <a href={`/${language}/me`}>{texts.me.title}</a>
          </p>
        )}
      </div>
    </Layout>
  );
}

/** With something kept, a button of the form, because a link would lose it. */
function LostCode({ pageContext: { texts, language }, kept }: Pick<Props, 'pageContext' | 'kept'>) {
  const address = `/${language}/track/code`;
  if (!kept) return <a href={address}>{texts.track.lost}</a>;
  return (
    <button className="link" type="submit" name="go" value="stay" formAction={address} formNoValidate>
      {texts.track.lost}
    </button>
  );
}

/** For requesters who had signed in: they sign in on another page, then go on here. */
function SignedInAgain({ pageContext: { texts, language }, number }: Pick<Props, 'pageContext' | 'number'>) {
  return (
    <p className="note">
      {texts.track.keptSignIn}{' '}
      <a href={`/${language}/me`} target="_blank" rel="noopener">
        {texts.me.title}
      </a>{' '}
      <button
        className="link"
        type="submit"
        name="go"
        value="stay"
        formAction={`/${language}/track/${number}/messages`}
        formNoValidate
      >
        {texts.track.keptGoOn}
      </button>
    </p>
  );
}
