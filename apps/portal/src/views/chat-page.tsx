import type { ChatLineView, ChatUpdateView } from '../chat/chat-view.js';
import { assetUrl } from '../http/assets.js';
import type { PageContext } from './page-context.js';
import { Layout } from './layout.js';

interface Props {
  pageContext: PageContext;
  number: string;
  trackingCode: string;
  news: ChatUpdateView;
  visitorToken: string;
  token: string;
}

/** The conversation. A script keeps it up to date; without scripts the form and a reload link do the same. */
export function ChatPage({ pageContext, number, trackingCode, news, visitorToken, token }: Props) {
  const { texts, language } = pageContext;
  const { chat } = texts;
  const path = `/chat/${number}`;
  return (
    <Layout pageContext={pageContext} title={chat.title} path={path} scripts={['chat.js']}>
      <div
        className="narrow chat"
        id="chat"
        data-token={visitorToken}
        data-language={language}
        data-socket={assetUrl('socket.io.js')}
        data-lost={chat.lost}
        data-pending={chat.pending}
        data-you={chat.you}
        data-too-fast={chat.tooFast}
        data-stage={news.stage}
      >
        <h1>{chat.title}</h1>
        <p className="status" role="status" id="chat-status">
          {news.status}
        </p>
        <h2 className="unseen" id="lines-title">
          {chat.conversation}
        </h2>
        <div className="lines" role="log" aria-labelledby="lines-title" id="log" tabIndex={0}>
          <ol id="lines">
            {news.lines.map((line) => (
              <Line key={line.id} line={line} />
            ))}
          </ol>
        </div>
        <p className="typing" id="typing" hidden>
          {chat.typing}
        </p>
        <p className="fault" id="chat-refused" role="alert" hidden>
          {chat.refused} <a href={`/${language}/track/${number}`}>{chat.follow}</a>
        </p>
        <form id="say" method="post" action={`/${language}${path}`} hidden={!news.canWrite}>
          <input type="hidden" name="token" value={token} />
          <div className="field">
            <label htmlFor="message">{chat.message}</label>
            <p className="hint needs-script" id="message-hint" hidden>
              {chat.enter}
            </p>
            <textarea
              id="message"
              name="message"
              rows={3}
              maxLength={4_000}
              dir="auto"
              required
              aria-describedby="message-hint"
            />
          </div>
          <div className="buttons">
            <button type="submit">{chat.send}</button>
            <noscript>
              <a className="button quiet" href={`/${language}${path}`}>
                {chat.refresh}
              </a>
            </noscript>
          </div>
        </form>
        <section className="card" aria-labelledby="keys-title">
          <h2 id="keys-title" className="unseen">
            {chat.number}
          </h2>
          <p>
            {chat.number} <bdi dir="ltr">{number}</bdi> · {chat.code} <bdi dir="ltr">{trackingCode}</bdi>
          </p>
          <p className="hint">{chat.keep}</p>
          <p>
            <a href={`/${language}/track/${number}`}>{chat.follow}</a>
          </p>
        </section>
        <form method="post" action={`/${language}${path}/leave`} id="leave" hidden={news.stage === 'ended'}>
          <button className="quiet" type="submit">
            {chat.leave}
          </button>
        </form>
      </div>
    </Layout>
  );
}

function Line({ line }: { line: ChatLineView }) {
  return (
    <li className={line.from} data-id={line.id}>
      <strong>{line.author}</strong> <time dateTime={line.at}>{line.when}</time>
      <p className="words" dir="auto">
        {line.text}
      </p>
      {line.note && <p className="hint">{line.note}</p>}
    </li>
  );
}
