// Remix options live in remix.config.js; this file only hands them to the plugin and adds styles.
import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import remixConfig from './remix.config.js';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig({
  plugins: [tailwindcss(), remix(remixConfig)],
  build: { assetsInlineLimit: 0, sourcemap: false },
  ssr: { noExternal: [] },
});
