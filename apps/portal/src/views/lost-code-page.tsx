import type { Fault } from '../forms/validate-draft.js';
import type { KeptReply } from '../forms/kept-reply.js';
import { ErrorSummary, Input } from './fields.js';
import { KeptReplyFields, KeptReplyNotice } from './kept-reply.js';
import type { PageContext } from './page-context.js';
import { Layout, MAIN_FORM } from './layout.js';

interface Props {
  pageContext: PageContext;
  number: string;
  contact: string;
  faults: Fault[];
  sent: boolean;
  /** codes are sent by text message too */
  byText: boolean;
  /** typed on the ticket's page when its session had ended */
  kept: KeptReply | null;
}

/** Requests a lost tracking code. The answer never tells whether number and contact belong together. */
export function LostCodePage({ pageContext, number, contact, faults, sent, byText, kept }: Props) {
  const { texts, language } = pageContext;
  return (
    <Layout
      pageContext={pageContext}
      title={texts.track.lostTitle}
      path="/track/code"
      form={sent ? undefined : MAIN_FORM}
      faulty={faults.length > 0}
    >
      <div className="narrow">
        <ErrorSummary faults={faults} texts={texts} />
        <h1>{texts.track.lostTitle}</h1>
        {sent ? (
          <>
            <p className="done" role="status">
              {texts.track.codeSent}
            </p>
            {kept ? (
              <form method="post" action={`/${language}/track`} encType="multipart/form-data">
                <input type="hidden" name="number" value={number} />
                <KeptReplyFields kept={kept} />
                <KeptReplyNotice pageContext={pageContext} kept={kept} />
                <button type="submit" name="go" value="stay">
                  {texts.track.title}
                </button>
              </form>
            ) : (
              <p>
                <a className="button" href={`/${language}/track`}>
                  {texts.track.title}
                </a>
              </p>
            )}
          </>
        ) : (
          <>
            <p className="lead">{byText ? texts.track.lostLead : texts.track.lostLeadMail}</p>
            <KeptReplyNotice pageContext={pageContext} kept={kept} />
            <form
              id={MAIN_FORM}
              method="post"
              action={`/${language}/track/code`}
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
                name="contact"
                label={byText ? texts.track.contact : texts.file.email}
                value={contact}
                maxLength={254}
                ltr
                texts={texts}
                faults={faults}
              />
              <div className="buttons">
                <button type="submit" name="go" value="next">
                  {texts.track.sendCode}
                </button>
              </div>
            </form>
          </>
        )}
      </div>
    </Layout>
  );
}
