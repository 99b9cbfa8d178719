import type { PublicService } from '#wasl/selfservice';
import { EmergencyNumbers } from './emergency-numbers.js';
import type { PageContext } from './page-context.js';
import { Layout } from './layout.js';
import { ServiceSearch } from './service-search.js';

export function HomePage({
  pageContext,
  words,
  services,
  offersChat,
}: {
  pageContext: PageContext;
  words: string;
  services: PublicService[];
  /** somebody is there to chat with */
  offersChat: boolean;
}) {
  const { texts, language } = pageContext;
  return (
    <Layout pageContext={pageContext} title={texts.site.of} path="">
      <div className="hero">
        <div className="wide">
          <h1>{texts.home.title}</h1>
          <p className="lead">{texts.home.lead}</p>
          <ServiceSearch pageContext={pageContext} words={words} action={`/${language}`} />
        </div>
      </div>
      <div className="wide">
        <EmergencyNumbers pageContext={pageContext} />
        {words === '' && (
          <div className="cards">
            <FollowCard pageContext={pageContext} />
            <MeCard pageContext={pageContext} />
            {offersChat && <ChatCard pageContext={pageContext} />}
          </div>
        )}
        <ServiceList
          pageContext={pageContext}
          words={words}
          services={services}
          link={(service) => `/${language}/services/${service.code}`}
        />
      </div>
    </Layout>
  );
}

function FollowCard({ pageContext: { texts, language } }: { pageContext: PageContext }) {
  return (
    <section className="card follow" aria-labelledby="follow-title">
      <div>
        <h2 id="follow-title">{texts.home.trackTitle}</h2>
        <p>{texts.home.trackText}</p>
      </div>
      <a className="button quiet" href={`/${language}/track`}>
        {texts.site.track}
      </a>
    </section>
  );
}

function MeCard({ pageContext: { texts, language } }: { pageContext: PageContext }) {
  return (
    <section className="card follow" aria-labelledby="me-title">
      <div>
        <h2 id="me-title">{texts.me.title}</h2>
        <p>{texts.me.lead}</p>
      </div>
      <a className="button quiet" href={`/${language}/me`}>
        {texts.me.open}
      </a>
    </section>
  );
}

function ChatCard({ pageContext: { texts, language } }: { pageContext: PageContext }) {
  return (
    <section className="card follow" aria-labelledby="chat-title">
      <div>
        <h2 id="chat-title">{texts.chat.offer}</h2>
        <p>{texts.chat.offerText}</p>
      </div>
      <a className="button quiet" href={`/${language}/chat`}>
        {texts.chat.start}
      </a>
    </section>
  );
}

interface ListProps {
  pageContext: PageContext;
  words: string;
  services: PublicService[];
  link: (service: PublicService) => string;
}

/** A list of services, and a link for people who do not find theirs. */
export function ServiceList({ pageContext, words, services, link }: ListProps) {
  const { texts, language } = pageContext;
  const found = words !== '';
  return (
    <section aria-labelledby="services-title">
      <h2 id="services-title">{found ? texts.home.results(services.length) : texts.home.all}</h2>
      {found && services.length === 0 && <p className="none">{texts.home.none}</p>}
      <ul className="services">
        {services.map((service) => (
          <li key={service.code}>
            <a href={link(service)}>
              <strong>{service.name}</strong>
              <span>{service.description}</span>
              <small>{service.entity.name}</small>
            </a>
          </li>
        ))}
        <li className="other">
          <a href={`/${language}/new?service=none`}>
            <strong>{texts.home.other}</strong>
          </a>
        </li>
      </ul>
    </section>
  );
}
