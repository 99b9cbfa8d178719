import type { PageContext } from './page-context.js';

/** Honeypot against bots: hidden from people, unless it was filled in by mistake and must be emptied. */
export function Honeypot({ pageContext: { texts }, shown }: { pageContext: PageContext; shown: boolean }) {
  return (
    <div className={shown ? 'field faulty' : 'trap'} aria-hidden={shown ? undefined : true}>
      <label htmlFor="website">{texts.form.honeypot}</label>
      <input
        id="website"
        name="website"
        type="text"
        tabIndex={shown ? undefined : -1}
        autoComplete="off"
        defaultValue=""
      />
    </div>
  );
}
