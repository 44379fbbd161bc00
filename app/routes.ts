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
  layout('routes/office/layout.tsx', [
    route(at('officeProofs'), 'routes/finance/proof-review.tsx'),
    route(at('officeProofPicture'), 'routes/finance/proof-picture.ts'),
  ]),
  route(at('demoSignIn'), 'routes/machine/demo-sign-in.ts'),
  route(at('demoAccounts'), 'routes/machine/demo-accounts.ts'),
  route(at('demoOutbox'), 'routes/machine/demo-outbox.ts'),
  route(at('stripeWebhook'), 'routes/machine/stripe-webhook.ts'),
] satisfies RouteConfig;
