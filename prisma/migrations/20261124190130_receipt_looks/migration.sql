-- How a receipt looks, so that one that was saved anew is noticed; those from before have none.
ALTER TABLE "PaymentProof" ADD COLUMN "look" TEXT CHECK (length("look") = 256 AND "look" ~ '^[0-9a-f]+$');
