// Frame of Usaha Saya. It guards nothing: each loader and action below declares its own policy.
import { Outlet, useLocation } from '@remix-run/react';
import { textOf } from '#app/text/text.ts';
import { ThumbFrame, type WorkLink } from '#app/ui/frames/work-frame.tsx';
import { href } from '#app/urls.ts';

/** Makers' pages are in Indonesian, whatever the visitor chose elsewhere. */
export const handle = { language: 'id' } as const;

const LINKS: readonly WorkLink[] = [
  { to: href('business'), label: 'Sekarang', icon: 'home' },
  { to: href('businessOrders'), label: 'Pesanan', icon: 'box' },
  { to: href('businessListings'), label: 'Keset', icon: 'grid' },
  { to: href('businessMoney'), label: 'Uang', icon: 'money' },
  { to: href('businessShop'), label: 'Saya', icon: 'person' },
];

export default function BusinessLayout() {
  return (
    <ThumbFrame title="Usaha Saya" path={useLocation().pathname} links={LINKS} text={textOf(handle.language).site}>
      <Outlet />
    </ThumbFrame>
  );
}
