// Frame of Pendampingan. It guards nothing: each loader and action below declares its own policy.
import { Outlet, useLocation } from '@remix-run/react';
import { ThumbFrame, type WorkLink } from '#app/ui/frames/work-frame.tsx';
import { href } from '#app/urls.ts';

const LINKS: readonly WorkLink[] = [{ to: href('followup'), label: 'Hari ini', icon: 'list' }];

export default function FollowupLayout() {
  return (
    <ThumbFrame title="Pendampingan" path={useLocation().pathname} links={LINKS}>
      <Outlet />
    </ThumbFrame>
  );
}
