import type { Frame } from './frame.js';

/** Programs fill in every field; people do not see this one, unless something filled it in for them. */
export function Trap({ frame: { texts }, shown }: { frame: Frame; shown: boolean }) {
  return (
    <div className={shown ? 'field faulty' : 'trap'} aria-hidden={shown ? undefined : true}>
      <label htmlFor="website">{texts.form.trap}</label>
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
