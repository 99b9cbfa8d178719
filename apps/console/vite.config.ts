import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { mantineStyles } from './build/mantine-styles.ts';
import { mantineVariables } from './build/mantine-variables.ts';
import { precompress } from './build/precompress.ts';

const api = process.env['API_URL'] ?? 'http://localhost:3000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), mantineVariables(), mantineStyles(), precompress()],
  // `#wasl/contracts` resolves through the imports of package.json to its TypeScript source
  resolve: { conditions: ['wasl-source', 'module', 'browser', 'development|production'] },
  server: {
    proxy: { '/api': api, '/socket.io': { target: api, ws: true } },
  },
  build: {
    outDir: '../../dist/apps/console',
    emptyOutDir: true,
    // older targets turn `:dir(rtl)` into a list of languages
    cssTarget: ['chrome120', 'safari16.4', 'firefox120'],
    // a data: URL would need its own exception in the content security policy
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // A request costs more than the few kilobytes of a small file. The sign-in page is made of two: packages, and our own
          // sources. Nothing else may get into them that is first needed by those who have signed in.
          groups: [
            { name: 'base', test: /node_modules/, tags: ['$initial'], priority: 3 },
            { name: 'start', test: /apps.console.src/, tags: ['$initial'], priority: 2 },
            { name: 'common', test: /@mantine|apps.console.src/, minShareCount: 9, priority: 1 },
          ],
        },
      },
    },
  },
});
