// Frame of Usaha Saya. It guards nothing: each loader and action below declares its own policy.
import { Outlet, useLocation } from '@remix-run/react';
import { ThumbFrame, type WorkLink } from '#app/ui/frames/work-frame.tsx';
import { href } from '#app/urls.ts';

const LINKS: readonly WorkLink[] = [
  { to: href('business'), label: 'Sekarang', icon: 'home' },
  { to: href('businessOrders'), label: 'Pesanan', icon: 'box' },
  { to: href('businessListings'), label: 'Keset', icon: 'grid' },
  { to: href('businessMoney'), label: 'Uang', icon: 'money' },
  { to: href('businessShop'), label: 'Saya', icon: 'person' },
];

export default function BusinessLayout() {
  return (
    <ThumbFrame title="Usaha Saya" path={useLocation().pathname} links={LINKS}>
      <Outlet />
    </ThumbFrame>
  );
}
