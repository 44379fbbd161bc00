// The one place for Remix options; vite.config.ts reads it and hands it to the Remix Vite plugin.
/** @type {import('@remix-run/dev').VitePluginConfig} */
export default {
  appDirectory: 'app',
  ignoredRouteFiles: ['**/*'],
  serverModuleFormat: 'esm',
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    v3_routeConfig: true,
    // Stays off: with it, one request to /__manifest can freeze the process (decision 0001).
    v3_lazyRouteDiscovery: false,
  },
};
