// Frame of the Dinsos desk. It guards nothing: each loader and action below declares its own policy.
import { Outlet, useLocation, useRouteLoaderData } from '@remix-run/react';
import type { loader } from '#app/root.tsx';
import { textOf } from '#app/text/text.ts';
import { DeskFrame, type WorkLink } from '#app/ui/frames/work-frame.tsx';
import { href } from '#app/urls.ts';

export default function OfficeLayout() {
  const { frame, site } = textOf(useRouteLoaderData<typeof loader>('root')?.language ?? 'id');
  const path = useLocation().pathname;
  // No role has both desks: a link to the other one would only lead to a closed door.
  const links: readonly WorkLink[] = path.startsWith(href('officeMoney'))
    ? [{ to: href('officeMoney'), label: frame.money, icon: 'money' }]
    : [
        { to: href('officeOutcomes'), label: frame.outcomes, icon: 'chart' },
        { to: href('officeCohorts'), label: frame.cohorts, icon: 'people' },
      ];
  return (
    <DeskFrame title={frame.office} path={path} links={links} text={site}>
      <Outlet />
    </DeskFrame>
  );
}
