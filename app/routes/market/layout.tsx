// Frame of every public page. It guards nothing: each loader and action below declares its own policy.
import { Outlet, useRouteLoaderData } from '@remix-run/react';
import type { loader } from '#app/root.tsx';
import { textOf } from '#app/text/text.ts';
import { MarketFrame } from '#app/ui/frames/market-frame.tsx';

export default function MarketLayout() {
  const visitor = useRouteLoaderData<typeof loader>('root');
  return (
    <MarketFrame
      text={textOf(visitor?.language ?? 'id').site}
      cartCount={visitor?.cartCount ?? 0}
      isDemonstration={visitor?.isDemonstration ?? false}
    >
      <Outlet />
    </MarketFrame>
  );
}
