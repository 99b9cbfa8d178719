import type { RequesterTicketView } from '#wasl/selfservice';
import type { PageContext } from './page-context.js';
import type { TicketPageProps } from './ticket-page.js';

type TimelineProps = Pick<TicketPageProps, 'pageContext' | 'ticket' | 'linkOf'>;

/** What happened to a ticket, oldest first. */
export function Timeline({ pageContext, ticket, linkOf }: TimelineProps) {
  const { texts } = pageContext;
  return (
    <section aria-labelledby="timeline-title">
      <h2 id="timeline-title">{texts.ticket.timeline}</h2>
      <ol className="timeline">
        {ticket.timeline.map((entry, index) => {
          const author =
            entry.what === 'reply'
              ? texts.ticket.reply
              : entry.what === 'your_message'
                ? texts.ticket.yours
                : null;
          return (
            <li key={index} className={entry.what}>
              <time dateTime={entry.at}>{pageContext.moment(entry.at)}</time>
              {author ? (
                <>
                  <strong>{author}</strong>
                  <p className="words" dir="auto">
                    {entry.text}
                  </p>
                </>
              ) : (
                <strong>{entry.text}</strong>
              )}
              {entry.body && (
                <p className="words" dir="auto">
                  {entry.body}
                </p>
              )}
              <Files entry={entry} pageContext={pageContext} linkOf={linkOf} />
            </li>
          );
        })}
      </ol>
    </section>
  );
}

interface FilesProps {
  entry: RequesterTicketView['timeline'][number];
  pageContext: PageContext;
  linkOf: TicketPageProps['linkOf'];
}

function Files({ entry, pageContext: { texts }, linkOf }: FilesProps) {
  if (entry.files.length === 0) return null;
  return (
    <ul className="files" aria-label={texts.form.attached}>
      {entry.files.map((file) => (
        <li key={file.id}>
          <a href={linkOf(file.id)} download>
            {file.thumbnail && (
              <img
                src={`${linkOf(file.id)}/thumbnail`}
                alt={texts.form.thumbnail}
                loading="lazy"
                {...file.thumbnail}
              />
            )}{' '}
            <bdi>{file.name}</bdi>
          </a>{' '}
          <small>{texts.form.size(file.size)}</small>
        </li>
      ))}
    </ul>
  );
}
