import { portalUrl, reportPhase, runProcess } from '#wasl/platform';
import { createPortal } from './create-portal.js';

await runProcess('portal', async (settings) => {
  const app = await createPortal(settings);
  reportPhase('listening');
  await app.listen(settings.PORTAL_PORT, settings.HOST);
  return { app, url: portalUrl(settings) };
});
