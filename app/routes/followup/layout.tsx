// Frame of Pendampingan. It guards nothing: each loader and action below declares its own policy.
import { Outlet, useLocation, useRouteLoaderData } from '@remix-run/react';
import type { loader } from '#app/root.tsx';
import { textOf } from '#app/text/text.ts';
import { ThumbFrame, type WorkLink } from '#app/ui/frames/work-frame.tsx';
import { href } from '#app/urls.ts';

export default function FollowupLayout() {
  const { frame, site } = textOf(useRouteLoaderData<typeof loader>('root')?.language ?? 'id');
  const links: readonly WorkLink[] = [{ to: href('followup'), label: frame.today, icon: 'list' }];
  return (
    <ThumbFrame title={frame.followup} path={useLocation().pathname} links={links} text={site} hasLanguages>
      <Outlet />
    </ThumbFrame>
  );
}
