import type { PublicService } from '#wasl/selfservice';
import type { Frame } from './frame.js';
import { ServiceList } from './home-page.js';
import { Layout } from './layout.js';
import { ServiceSearch } from './service-search.js';
import { STEPS } from '../forms/draft.js';

/** The first page of filing a ticket: search for the service that it is about. */
export function ChooseServicePage({
  frame,
  words,
  services,
}: {
  frame: Frame;
  words: string;
  services: PublicService[];
}) {
  const { texts, language } = frame;
  return (
    <Layout frame={frame} title={texts.file.chooseTitle} path="/new">
      <div className="narrow">
        <p className="steps">{texts.form.step(1, STEPS.length + 1)}</p>
        <h1>{texts.file.title}</h1>
        <ServiceSearch frame={frame} words={words} action={`/${language}/new`} />
        <ServiceList
          frame={frame}
          words={words}
          services={services}
          link={({ code }) => `/${language}/new?service=${code}`}
        />
      </div>
    </Layout>
  );
}
