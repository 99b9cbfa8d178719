import type { Server } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import helmet from 'helmet';
import { refuseForeignWrites } from '../auth/same-site.js';
import type { RuntimeSettings } from '../config/settings.js';
import type { Metrics } from '../metrics/metrics.js';
import { formBodies } from './bounds/form-bodies.js';
import { jsonBodies, type LargerBodies } from './bounds/json-bodies.js';
import { answerOptions } from './conventions/allowed-methods.js';
import { completeHeaders, honourIfNoneMatch } from './conventions/complete-headers.js';
import { crossOrigin } from './conventions/cors.js';
import { limitRequests } from './conventions/limit-requests.js';
import { identifyRequests, logUnderRequestId } from './conventions/request-id.js';
import { measureRequests } from './measure-requests.js';
import { serveProblemPages } from './problem-pages/serve-problem-pages.js';
import { ProblemFilter } from './problem.filter.js';
import { validationPipe } from './validation.js';

/** Options in which the two HTTP applications (api and portal) differ. */
export interface HttpAppOptions {
  /** its public URL; its pages connect to nothing else, and pages of other sites cannot write to it */
  url: string;
  /** whether its pages send forms */
  forms?: boolean;
  largerBodies?: readonly LargerBodies[];
  /** path prefixes that pages of other sites may write to */
  crossSiteWritePaths?: readonly string[];
}

/**
 * Configures what both HTTP applications have in common: headers, body limits, CSRF protection, validation, error
 * responses, timeouts.
 */
export function configureHttpApp(
  app: NestExpressApplication,
  settings: RuntimeSettings,
  metrics: Metrics,
  { url, forms = false, largerBodies, crossSiteWritePaths = [] }: HttpAppOptions,
): void {
  app.set('trust proxy', settings.TRUST_PROXY);
  app.set('query parser', 'extended');
  app.disable('x-powered-by');
  app.use(measureRequests(metrics));
  app.use(identifyRequests);
  app.use(completeHeaders);
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: true,
        directives: {
          'default-src': ["'self'"],
          'script-src': ["'self'"],
          'style-src': ["'self'"],
          'img-src': ["'self'", 'data:', 'blob:'],
          'font-src': ["'self'", 'data:'],
          'connect-src': ["'self'", socketSource(url)],
          'object-src': ["'none'"],
          'base-uri': ["'none'"],
          'frame-ancestors': ["'none'"],
          'form-action': ["'self'"],
          // Without TLS a browser would be sent to an https port that does not exist.
          'upgrade-insecure-requests': null,
        },
      },
      strictTransportSecurity: url.startsWith('https:') ? undefined : false,
      // For browsers that do not support frame-ancestors.
      xFrameOptions: { action: 'deny' },
      referrerPolicy: { policy: 'same-origin' },
      crossOriginResourcePolicy: { policy: 'same-origin' },
    }),
  );
  app.use(serveProblemPages);
  app.use(crossOrigin(settings));
  app.use(limitRequests(settings.REQUESTS_PER_MINUTE));
  app.use(refuseForeignWrites(url, crossSiteWritePaths, settings.CORS_ORIGINS));
  app.use(answerOptions);
  app.use(honourIfNoneMatch);
  app.use(jsonBodies(largerBodies));
  if (forms) app.use(formBodies());
  app.use(logUnderRequestId);
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter(settings));
  const server = app.getHttpServer() as Server;
  server.maxHeadersCount = 100;
  server.requestTimeout = 30_000;
  server.headersTimeout = 15_000;
  server.keepAliveTimeout = 65_000;
}

/** Listed beside 'self', because older browsers do not apply 'self' to WebSockets. */
function socketSource(url: string): string {
  const { protocol, host } = new URL(url);
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}`;
}
