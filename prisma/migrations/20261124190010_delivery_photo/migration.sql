-- The maker's photo when she delivers is a private picture, named by its key as a receipt is; the id named no table, and was never
-- written. Both pictures are forgotten a year after the order ended: a receipt's verdict stays, and its hash, which is no picture.
ALTER TABLE "Order" DROP COLUMN "deliveryPhotoId";
ALTER TABLE "Order" ADD COLUMN "deliveryPhotoKey" TEXT;
ALTER TABLE "PaymentProof" ALTER COLUMN "storeKey" DROP NOT NULL;
