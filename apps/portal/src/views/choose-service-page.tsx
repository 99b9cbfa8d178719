import type { PublicService } from '#wasl/selfservice';
import type { PageContext } from './page-context.js';
import { EmergencyNumbers } from './emergency-numbers.js';
import { ServiceList } from './home-page.js';
import { Layout } from './layout.js';
import { ServiceSearch } from './service-search.js';
import { STEPS } from '../forms/draft.js';

/** The first page of filing a ticket: search for the service that it is about. */
export function ChooseServicePage({
  pageContext,
  words,
  services,
}: {
  pageContext: PageContext;
  words: string;
  services: PublicService[];
}) {
  const { texts, language } = pageContext;
  return (
    <Layout pageContext={pageContext} title={texts.file.chooseTitle} path="/new">
      <div className="narrow">
        <p className="steps">{texts.form.step(1, STEPS.length + 1)}</p>
        <h1>{texts.file.title}</h1>
        <EmergencyNumbers pageContext={pageContext} />
        <ServiceSearch pageContext={pageContext} words={words} action={`/${language}/new`} />
        <ServiceList
          pageContext={pageContext}
          words={words}
          services={services}
          link={({ code }) => `/${language}/new?service=${code}`}
        />
      </div>
    </Layout>
  );
}
