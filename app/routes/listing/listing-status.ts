// Publish, pause or retire one of her mats.
import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { pauseListing } from '#app/domain/listings/pause-listing.server.ts';
import { publishListing } from '#app/domain/listings/publish-listing.server.ts';
import { retireListing } from '#app/domain/listings/retire-listing.server.ts';
import { requireActor } from '#app/server/access/actor.server.ts';
import { href } from '#app/urls.ts';

const COMMANDS = { published: publishListing, paused: pauseListing, retired: retireListing } as const;

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'listing/listing-status');
  const to = String((await args.request.formData()).get('status'));
  const command = Object.hasOwn(COMMANDS, to) ? COMMANDS[to as keyof typeof COMMANDS] : null;
  if (command === null) throw new Response(null, { status: 400 });
  const { db, now } = args.context;
  const listingId = args.params.id ?? '';
  const moved = await command(db, { actor, now: now(), input: { listingId } });
  if (moved.ok)
    return redirect(to === 'retired' ? href('businessListings') : href('businessListing', { id: listingId }));
  if (moved.code === 'notFound') throw new Response(null, { status: 404 });
  return redirect(href('businessListing', { id: listingId }, { kurang: moved.code }));
}
