import type { KeptReply } from '../forms/kept-reply.js';
import { FileName, PendingFileFields } from './files-field.js';
import type { PageContext } from './page-context.js';

interface Props {
  pageContext: PageContext;
  kept: KeptReply | null;
}

/** The hidden fields that carry a reply through the forms that ask for the code. */
export function KeptReplyFields({ kept }: Pick<Props, 'kept'>) {
  if (!kept) return null;
  const fields = Object.entries({ message: kept.message, score: kept.score, comment: kept.comment });
  return (
    <>
      {fields.map(([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />)}
      <PendingFileFields held={kept.held} />
    </>
  );
}

/** Says that the session has ended and shows what is kept. */
export function KeptReplyNotice({ pageContext: { texts }, kept }: Props) {
  if (!kept) return null;
  return (
    <section className="card" aria-labelledby="kept-title">
      <div role="alert">
        <h2 id="kept-title">{texts.track.keptTitle}</h2>
        <p>{texts.track.kept}</p>
      </div>
      {[kept.message, kept.comment].map(
        (text, index) =>
          text && (
            <p key={index} className="words kept" dir="auto">
              {text}
            </p>
          ),
      )}
      {kept.held.length > 0 && (
        <ul className="held" aria-label={texts.form.attached}>
          {kept.held.map((file) => (
            <li key={file.id}>
              <FileName file={file} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
