import type { PageContext } from './page-context.js';

/** The country's emergency and short numbers as telephone links. */
export function ShortNumbers({ pageContext }: { pageContext: PageContext }) {
  if (pageContext.country.shortCodes.length === 0) return null;
  return (
    <section className="numbers" aria-labelledby="numbers-title">
      <h2 id="numbers-title">{pageContext.texts.site.calls}</h2>
      <ul>
        {pageContext.country.shortCodes.map(({ number, name }) => (
          <li key={number}>
            <a href={`tel:${number}`}>
              <span>{name[pageContext.language]}</span> <bdi dir="ltr">{number}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
