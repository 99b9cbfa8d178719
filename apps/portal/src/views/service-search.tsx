import type { PageContext } from './page-context.js';

/** Searches services. A GET form, because the words are not personal and results can be shared by link. */
export function ServiceSearch({
  pageContext,
  words,
  action,
}: {
  pageContext: PageContext;
  words: string;
  action: string;
}) {
  const { texts } = pageContext;
  return (
    <form className="search" role="search" method="get" action={action}>
      <label htmlFor="q">{texts.home.searchLabel}</label>
      <p className="hint" id="q-hint">
        {texts.home.searchHint}
      </p>
      <div className="row">
        <input
          id="q"
          name="q"
          type="search"
          defaultValue={words}
          dir="auto"
          maxLength={200}
          aria-describedby="q-hint"
          autoComplete="off"
        />
        <button type="submit">{texts.home.search}</button>
      </div>
    </form>
  );
}
