import { emergencyNumbers } from '#wasl/country';
import type { PageContext } from './page-context.js';

/** Whom to call in danger, each as a button that dials. */
export function EmergencyNumbers({
  pageContext: { texts, country, language },
}: {
  pageContext: PageContext;
}) {
  const numbers = emergencyNumbers(country);
  if (numbers.length === 0) return null;
  return (
    <section className="danger" aria-labelledby="danger-title">
      <strong id="danger-title">{texts.home.danger}</strong>
      <ul>
        {numbers.map(({ number, name }) => (
          <li key={number}>
            <a className="dial" href={`tel:${number}`}>
              <span>{name[language]}</span> <bdi dir="ltr">{number}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
