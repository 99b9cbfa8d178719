import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { mantineVariables } from './mantine-variables.ts';

const api = process.env['API_URL'] ?? 'http://localhost:3000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), mantineVariables()],
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
  },
});
