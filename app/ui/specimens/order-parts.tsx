// Orders and listings in every state, and the blocks that are made of them.
import { LISTING_STATUSES } from '#app/domain/listings/listing-status.ts';
import { ORDER_STATUSES } from '#app/domain/orders/order-status.ts';
import { textOf } from '#app/text/text.ts';
import { OrderRows, StepForm } from '#app/ui/business/maker-order.tsx';
import { StatusTag as ListingStatusTag } from '#app/ui/listing/listing-status-tag.tsx';
import { BuyerOrder } from '#app/ui/market/buyer-order.tsx';
import { ProductGrid } from '#app/ui/market/product-card.tsx';
import { SizeBesideDoor } from '#app/ui/market/size-drawing.tsx';
import { PhotoStrip } from '#app/ui/parts/photo-strip.tsx';
import { StatusTag } from '#app/ui/parts/status-tag.tsx';
import { SAMPLE_CARDS, SAMPLE_ORDER, SAMPLE_PICTURE, SAMPLE_ROWS } from './sample-values.ts';
import { Specimen } from './specimen.tsx';

const text = textOf('id');

export function OrderParts() {
  return (
    <>
      <Specimen name="StatusTag, ListingStatusTag, tag">
        <p className="flex flex-wrap gap-3">
          {ORDER_STATUSES.map((status) => (
            <StatusTag key={status} status={status} words={text.order.status} />
          ))}
        </p>
        <p className="flex flex-wrap gap-3">
          {LISTING_STATUSES.map((status) => (
            <ListingStatusTag key={status} status={status} />
          ))}
        </p>
        <p className="flex flex-wrap gap-3">
          {['wait', 'done', 'late', 'quiet'].map((look) => (
            <span key={look} className={`tag tag-${look}`}>
              tag-{look}
            </span>
          ))}
        </p>
      </Specimen>
      <Specimen name="OrderRows">
        <div className="max-w-2xl">
          <OrderRows orders={SAMPLE_ROWS} words={text.order.status} />
        </div>
      </Specimen>
      <Specimen name="StepForm">
        <div className="max-w-md">
          <StepForm orderId="contoh" action="handOver" text={text} />
        </div>
      </Specimen>
      <Specimen name="BuyerOrder">
        <div className="max-w-2xl">
          <BuyerOrder order={SAMPLE_ORDER} token="contoh" text={text} />
        </div>
      </Specimen>
      <Specimen name="ProductGrid">
        <ProductGrid cards={SAMPLE_CARDS} text={text.listing} />
      </Specimen>
      <Specimen name="PhotoStrip, SizeBesideDoor">
        <div className="grid gap-6 sm:grid-cols-2">
          <PhotoStrip pictures={[SAMPLE_PICTURE]} seed="contoh" text={text.listing} />
          <SizeBesideDoor id="50x80" name={text.listing.sizes['50x80']} label={text.listing.besideDoor} />
        </div>
      </Specimen>
    </>
  );
}
