-- The list sorted by price is one index walk, like the newest first.
CREATE INDEX listing_price ON "Listing" ("fromRupiah", id) WHERE status = 'published';
