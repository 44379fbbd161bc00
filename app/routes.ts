// The table of contents of the site: URL -> file, sorted by surface.
import { index, layout, type RouteConfig, route } from '@remix-run/route-config';
import { URLS } from './urls.ts';

const at = (name: keyof typeof URLS) => URLS[name].slice(1);

export default [
  layout('routes/market/layout.tsx', [
    index('routes/market/home.tsx'),
    route(at('products'), 'routes/market/product-list.tsx'),
    route(at('product'), 'routes/market/product.tsx'),
    route(at('maker'), 'routes/market/maker.tsx'),
    route(at('howItWorks'), 'routes/market/how-it-works.tsx'),
    route(at('complaint'), 'routes/market/complaint.tsx'),
    route(at('privacy'), 'routes/market/privacy.tsx'),
    route('*', 'routes/market/not-found.tsx'),
  ]),
  layout('routes/business/layout.tsx', [
    route(at('businessListings'), 'routes/business/listing-list.tsx'),
    route(at('businessNewListing'), 'routes/business/listing-new.tsx'),
    route(at('businessListing'), 'routes/business/listing.tsx'),
    route(at('businessListingStatus'), 'routes/business/listing-status.ts'),
  ]),
  layout('routes/followup/layout.tsx', [route(at('followupListing'), 'routes/followup/listing-new.tsx')]),
  layout('routes/office/layout.tsx', []),
  route(at('upload'), 'routes/machine/upload.ts'),
  route(at('sitemap'), 'routes/machine/sitemap.ts'),
  route(at('robots'), 'routes/machine/robots.ts'),
] satisfies RouteConfig;
