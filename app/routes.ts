// The table of contents of the site: URL -> file, sorted by surface.
import { index, layout, type RouteConfig, route } from '@remix-run/route-config';
import { URLS } from './urls.ts';

const at = (name: keyof typeof URLS) => URLS[name].slice(1);

export default [
  layout('routes/market/layout.tsx', [
    route(at('cart'), 'routes/market/cart.tsx'),
    route(at('checkout'), 'routes/market/checkout.tsx'),
    route(at('order'), 'routes/market/order.tsx'),
    route(at('orderPayment'), 'routes/market/order-payment.ts'),
    route(at('orderProof'), 'routes/market/order-proof.tsx'),
    route(at('orderConfirmation'), 'routes/market/order-confirmation.ts'),
    route(at('orderCancellation'), 'routes/market/order-cancellation.ts'),
    route(at('orderReceipt'), 'routes/market/order-receipt.ts'),
    route(at('orderCardReturn'), 'routes/market/order-card-return.ts'),
    route(at('signIn'), 'routes/account/sign-in.tsx'),
    route(at('signInCode'), 'routes/account/sign-in-code.tsx'),
    route(at('demo'), 'routes/machine/demo.tsx'),
    index('routes/market/home.tsx'),
    route(at('products'), 'routes/market/product-list.tsx'),
    route(at('product'), 'routes/market/product.tsx'),
    route(at('maker'), 'routes/market/maker.tsx'),
    route(at('howItWorks'), 'routes/market/how-it-works.tsx'),
    route(at('complaint'), 'routes/market/complaint.tsx'),
    route(at('privacy'), 'routes/market/privacy.tsx'),
    route('*', 'routes/market/not-found.tsx'),
  ]),
  route(at('signOut'), 'routes/account/sign-out.ts'),
  route(at('language'), 'routes/account/language.ts'),
  layout('routes/business/layout.tsx', [
    route(at('business'), 'routes/business/today.tsx'),
    route(at('businessOrders'), 'routes/business/order-inbox.tsx'),
    route(at('businessOrder'), 'routes/business/order.tsx'),
    route(at('businessOrderStep'), 'routes/business/order-step.ts'),
    route(at('businessProof'), 'routes/business/order-proof.ts'),
  ]),
  layout('routes/followup/layout.tsx', []),
    route(at('businessListings'), 'routes/business/listing-list.tsx'),
    route(at('businessNewListing'), 'routes/business/listing-new.tsx'),
    route(at('businessListing'), 'routes/business/listing.tsx'),
    route(at('businessListingStatus'), 'routes/business/listing-status.ts'),
  ]),
  layout('routes/followup/layout.tsx', [
    route(at('followupListing'), 'routes/followup/listing-new.tsx'),
  ]),
  layout('routes/office/layout.tsx', [
    route(at('officeProofs'), 'routes/finance/proof-review.tsx'),
    route(at('officeProofPicture'), 'routes/finance/proof-picture.ts'),
  ]),
  route(at('demoSignIn'), 'routes/machine/demo-sign-in.ts'),
  route(at('demoAccounts'), 'routes/machine/demo-accounts.ts'),
  route(at('demoOutbox'), 'routes/machine/demo-outbox.ts'),
  route(at('stripeWebhook'), 'routes/machine/stripe-webhook.ts'),
  route(at('upload'), 'routes/machine/upload.ts'),
  route(at('sitemap'), 'routes/machine/sitemap.ts'),
  route(at('robots'), 'routes/machine/robots.ts'),
] satisfies RouteConfig;
