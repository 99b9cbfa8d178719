import { Input } from './fields.js';
import type { PageContext } from './page-context.js';

interface Props {
  pageContext: PageContext;
  /** the ticket number, formatted in groups */
  number: string;
  /** kinds of contact addresses that are not confirmed yet */
  waiting: readonly ('email' | 'phone')[];
}

/** The form for the one-time code that was sent to a contact address of this ticket. */
export function ConfirmCode({ pageContext, number, waiting }: Props) {
  const { texts, language } = pageContext;
  if (waiting.length === 0) return null;
  const what = waiting.length > 1 ? 'both' : waiting[0]!;
  return (
    <section className="card" aria-labelledby="confirm-title">
      <h2 id="confirm-title">{texts.confirm.codeTitle[what]}</h2>
      <p>{texts.confirm.codeLead}</p>
      <form method="post" action={`/${language}/track/${number}/confirm`} noValidate>
        <Input
          name="code"
          label={texts.confirm.code}
          value=""
          inputMode="numeric"
          maxLength={20}
          ltr
          texts={texts}
          faults={[]}
        />
        <div className="buttons">
          <button type="submit">{texts.confirm.send}</button>
        </div>
      </form>
      <p>
        <a href={`/${language}/track/code`}>{texts.confirm.again}</a>
      </p>
    </section>
  );
}
