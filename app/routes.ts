// The table of contents of the site: URL -> file, sorted by surface.
import { index, layout, type RouteConfig, route } from '@remix-run/route-config';
import { URLS } from './urls.ts';

const at = (name: keyof typeof URLS) => URLS[name].slice(1);

export default [
  layout('routes/market/layout.tsx', [
    route('*', 'routes/market/not-found.tsx'),
  ]),
  layout('routes/business/layout.tsx', [
  ]),
  layout('routes/followup/layout.tsx', [
  ]),
  layout('routes/office/layout.tsx', [
  ]),
] satisfies RouteConfig;
