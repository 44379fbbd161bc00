-- Why the maker cannot deliver, as she wrote it for the buyer. It may say more of her than she means to, so it is sealed.
ALTER TABLE "Order" ADD COLUMN "refusalSealed" TEXT;
