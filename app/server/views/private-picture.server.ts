// A picture that is nobody else's business: never cached by anything shared.

export function sendPrivatePicture(bytes: Buffer | null): Response {
  if (!bytes) throw new Response(null, { status: 404 });
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'image/jpeg',
      'Cache-Control': 'private, no-store',
      'Content-Disposition': 'inline; filename="foto.jpg"',
    },
  });
}
