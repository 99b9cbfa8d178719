import type { PublicService } from '#wasl/selfservice';
import type { PageContext } from './page-context.js';
import { Layout } from './layout.js';

/** Information before the form: responsible entity, duration, documents needed. */
interface Props {
  pageContext: PageContext;
  service: PublicService;
  /** somebody is there to chat with */
  offersChat: boolean;
}

export function ServicePage({ pageContext, service, offersChat }: Props) {
  const { texts, language } = pageContext;
  return (
    <Layout pageContext={pageContext} title={service.name} path={`/services/${service.code}`}>
      <div className="narrow">
        <p>
          <a className="back" href={`/${language}`}>
            {texts.service.back}
          </a>
        </p>
        <h1>{service.name}</h1>
        <p className="lead">{service.description}</p>
        <dl className="facts">
          <div>
            <dt>{texts.service.by}</dt>
            <dd>{service.entity.name}</dd>
          </div>
          <div>
            <dt>{texts.service.firstResponse}</dt>
            <dd>{workingTime(pageContext, service.firstResponseMinutes)}</dd>
          </div>
          <div>
            <dt>{texts.service.resolution}</dt>
            <dd>{workingTime(pageContext, service.resolutionMinutes)}</dd>
          </div>
        </dl>
        <h2>{texts.service.before}</h2>
        <ul className="tips">
          {texts.service.tips[service.kind].map((tip) => (
            <li key={tip}>{tip}</li>
          ))}
        </ul>
        <p>
          <a className="button" href={`/${language}/new?service=${service.code}`}>
            {texts.service.start}
          </a>{' '}
          {offersChat && (
            <a className="button quiet" href={`/${language}/chat?service=${service.code}`}>
              {texts.chat.offer}
            </a>
          )}
        </p>
      </div>
    </Layout>
  );
}

function workingTime({ texts }: PageContext, minutes: number): string {
  return minutes < 60
    ? texts.service.workingMinutes(minutes)
    : texts.service.workingHours(Math.round(minutes / 60));
}
