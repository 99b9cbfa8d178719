import type { ChatAvailability } from '#wasl/channels';
import type { PublicService } from '#wasl/selfservice';
import { type Fault, MAX_LENGTH } from '../forms/validate-draft.js';
import type { ChatDraft } from '../pages/chat-form-handler.js';
import { EmailInput, PhoneInput } from './contact-inputs.js';
import { TextArea, ErrorSummary, Input } from './fields.js';
import type { PageContext } from './page-context.js';
import { Layout, MAIN_FORM } from './layout.js';
import { Honeypot } from './honeypot.js';

interface Props {
  pageContext: PageContext;
  draft: ChatDraft;
  desk: ChatAvailability;
  service: PublicService | null;
  faults: Fault[];
}

/** Before a chat: what to expect, and the first question. Without a script, or with nobody there, it files a ticket. */
export function ChatStartPage({ pageContext, draft, desk, service, faults }: Props) {
  const { texts, language } = pageContext;
  const { chat, file } = texts;
  return (
    <Layout
      pageContext={pageContext}
      title={chat.title}
      path="/chat"
      form={MAIN_FORM}
      faulty={faults.length > 0}
    >
      <div className="narrow">
        <ErrorSummary faults={faults} texts={texts} />
        <h1>{chat.title}</h1>
        <Expectation pageContext={pageContext} desk={desk} />
        {desk.open && (
          <noscript>
            <p className="note">{chat.withoutScript}</p>
          </noscript>
        )}
        <form
          id={MAIN_FORM}
          method="post"
          action={`/${language}/chat`}
          noValidate
          data-live={desk.open || undefined}
        >
          <input type="hidden" name="token" value={draft.token} />
          <input type="hidden" name="service" value={draft.service} />
          <input type="hidden" name="live" value="" />
          <Honeypot pageContext={pageContext} shown={faults.some((fault) => fault.field === 'website')} />
          {service && (
            <p className="about">
              {file.about}: <strong>{service.name}</strong>
            </p>
          )}
          <TextArea
            name="message"
            label={chat.question}
            hint={chat.questionHint}
            value={draft.message}
            rows={5}
            maxLength={4_000}
            texts={texts}
            faults={faults}
          />
          <Input
            name="name"
            label={chat.name}
            value={draft.name}
            maxLength={MAX_LENGTH.name}
            autoComplete="name"
            optional
            texts={texts}
            faults={faults}
          />
          <EmailInput hint={chat.contactHint} value={draft.email} optional texts={texts} faults={faults} />
          <PhoneInput value={draft.phone} optional texts={texts} faults={faults} />
          <div className="buttons">
            <button type="submit" name="go" value="next" data-live-text={desk.open ? chat.start : undefined}>
              {chat.write}
            </button>
          </div>
        </form>
      </div>
    </Layout>
  );
}

function Expectation({ pageContext, desk }: { pageContext: PageContext; desk: ChatAvailability }) {
  const { chat } = pageContext.texts;
  if (desk.open) {
    return (
      <>
        <p className="lead">{chat.lead}</p>
        {desk.waiting > 0 && <p>{chat.ahead(desk.waiting)}</p>}
        {desk.usualMinutes !== null && <p>{chat.usual(desk.usualMinutes)}</p>}
      </>
    );
  }
  return (
    <>
      <p className="lead">{desk.nobody ? chat.nobody : chat.closed}</p>
      {desk.opensAt && (
        <p>
          {chat.opensAt} <time dateTime={desk.opensAt}>{pageContext.moment(desk.opensAt)}</time>
        </p>
      )}
    </>
  );
}
