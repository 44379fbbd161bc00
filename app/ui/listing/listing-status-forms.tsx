// The moves a maker can make with a listing: sell, rest, close. One of them is the next action.
import { href } from '#app/urls.ts';

export function StatusForms({ listing }: { listing: { id: string; slug: string; status: string } }) {
  const { id, slug, status } = listing;
  if (status === 'retired') return null;
  const isOnSale = status === 'published';
  return (
    <form method="post" action={href('businessListingStatus', { id })} className="flex flex-wrap gap-3">
      {isOnSale ? (
        <>
          <a className="button" href={href('product', { slug })}>
            Lihat seperti pembeli
          </a>
          <button type="submit" name="status" value="paused" className="button button-quiet">
            Istirahatkan
          </button>
        </>
      ) : (
        <button type="submit" name="status" value="published" className="button">
          Jual sekarang
        </button>
      )}
      <button type="submit" name="status" value="retired" className="button button-danger">
        Tutup selamanya
      </button>
    </form>
  );
}
