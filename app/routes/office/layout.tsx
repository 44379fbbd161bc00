// Frame of the Dinsos desk. It guards nothing: each loader and action below declares its own policy.
import { Outlet, useLocation } from '@remix-run/react';
import { DeskFrame, type WorkLink } from '#app/ui/frames/work-frame.tsx';
import { href } from '#app/urls.ts';

const LINKS: readonly WorkLink[] = [
  { to: href('officeOutcomes'), label: 'Hasil pendapatan', icon: 'chart' },
  { to: href('officeCohorts'), label: 'Angkatan', icon: 'people' },
  { to: href('officeMoney'), label: 'Keuangan', icon: 'money' },
];

export default function OfficeLayout() {
  return (
    <DeskFrame title="Dinsos" path={useLocation().pathname} links={LINKS}>
      <Outlet />
    </DeskFrame>
  );
}
