// One picture sent ahead of its form. Local: the file comes here with its ticket. Cloudinary: the file went there, we look at what arrived.
import type { ActionFunctionArgs } from '@remix-run/node';
import { attachPhoto, findOwnUpload } from '#app/domain/photos/attach-photo.server.ts';
import { readVisitor } from '#app/server/access/actor.server.ts';
import { PHOTO_PROBLEM } from '#app/server/forms/received-photos.server.ts';
import { textFor, textOf } from '#app/text/text.ts';

const STATUS = { notFound: 404, expired: 410 } as const;

export async function action(args: ActionFunctionArgs) {
  const actor = await readVisitor(args, 'machine/upload');
  const { db, media, now } = args.context;
  const upload = await findOwnUpload(db, { actor, id: args.params.id ?? '' });
  if (!upload) return Response.json({ code: 'notFound' }, { status: 404 });
  if (upload.photoId !== null) return Response.json({ photoId: upload.photoId });
  const form = await args.request.formData();
  const file = form.get('foto');
  const ticket = { uploadId: upload.id, expiresAt: upload.expiresAt, now: now() };
  if (media.kind === 'local' && !media.checkTicket({ ...ticket, signature: String(form.get('tanda') ?? '') }))
    return Response.json({ code: 'forbidden' }, { status: 403 });
  const stored =
    media.kind === 'cloudinary'
      ? await media.completeDirect(upload.storeKey)
      : await media.storeBytes(
          typeof file === 'object' && file ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array(),
        );
  if (!stored.ok) {
    const isTheirs = stored.reason !== 'unavailable' && stored.reason !== 'quota';
    const sentence = textFor(textOf('id').form, PHOTO_PROBLEM[stored.reason]);
    return Response.json({ code: stored.reason, sentence }, { status: isTheirs ? 422 : 503 });
  }
  const input = { uploadId: upload.id, picture: stored.picture };
  const attached = await attachPhoto(db, { actor, now: now(), input });
  if (!attached.ok) return Response.json({ code: attached.code }, { status: STATUS[attached.code] });
  return Response.json({ photoId: attached.value.photoId });
}
