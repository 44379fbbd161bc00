// The table of contents of the site: URL -> file, sorted by surface.
import { layout, type RouteConfig, route } from '@remix-run/route-config';
import { URLS } from './urls.ts';

const at = (name: keyof typeof URLS) => URLS[name].slice(1);

export default [
  layout('routes/market/layout.tsx', [
    route(at('checkInLink'), 'routes/business/check-in-link.tsx'),
    route('*', 'routes/market/not-found.tsx'),
  ]),
  layout('routes/business/layout.tsx', [
    route(at('businessMoney'), 'routes/business/money.tsx'),
    route(at('businessCashEntry'), 'routes/business/cash-entry.tsx'),
    route(at('businessCheckIn'), 'routes/business/check-in.tsx'),
  ]),
  layout('routes/followup/layout.tsx', [route(at('followupCheckIn'), 'routes/followup/check-in.tsx')]),
  layout('routes/office/layout.tsx', [
    route(at('officeOutcomes'), 'routes/office/outcomes.tsx'),
    route(at('officeOutcomeRows'), 'routes/office/outcome-rows.tsx'),
  ]),
  route(at('officeOutcomesCsv'), 'routes/office/outcomes-csv.ts'),
] satisfies RouteConfig;
