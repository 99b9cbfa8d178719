import type { Frame } from './frame.js';

/** The country's emergency and short numbers as telephone links. */
export function ShortNumbers({ frame }: { frame: Frame }) {
  if (frame.country.shortCodes.length === 0) return null;
  return (
    <section className="numbers" aria-labelledby="numbers-title">
      <h2 id="numbers-title">{frame.texts.site.calls}</h2>
      <ul>
        {frame.country.shortCodes.map(({ number, name }) => (
          <li key={number}>
            <a href={`tel:${number}`}>
              <span>{name[frame.language]}</span> <bdi dir="ltr">{number}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
