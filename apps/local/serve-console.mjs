/**
 * Serves the console from its sources; requests of it go to the api.
 * @param {string} api its address
 * @returns the address of the console
 */
export async function serveConsole(api) {
  process.env.API_URL = api;
  const { createServer } = await import('vite');
  const server = await createServer({
    configFile: 'apps/console/vite.config.ts',
    logLevel: 'warn',
    clearScreen: false,
    server: { port: Number(process.env.CONSOLE_PORT || 5173) },
  });
  await server.listen();
  return server.resolvedUrls.local[0];
}
