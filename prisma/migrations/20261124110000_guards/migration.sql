-- What Prisma's schema language cannot say: numbers of orders, search, and the guards that stand behind the commands.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE SEQUENCE order_number_seq;
CREATE SEQUENCE purchase_number_seq;

-- Stock: the conditional update in the command is the rule, these are the wall behind it.
ALTER TABLE "Variant"
  ADD CONSTRAINT variant_stock CHECK ("onHand" >= 0 AND held >= 0 AND ("makeDays" IS NOT NULL OR held <= "onHand")),
  ADD CONSTRAINT variant_price CHECK ("priceRupiah" > 0);
ALTER TABLE "VariantWeek" ADD CONSTRAINT week_capacity CHECK (held >= 0 AND held <= capacity);
ALTER TABLE "Hold" ADD CONSTRAINT hold_state CHECK (quantity > 0 AND ((status = 'active') = ("endedAt" IS NULL)));
ALTER TABLE "CartLine" ADD CONSTRAINT cart_quantity CHECK (quantity > 0);
ALTER TABLE "OrderLine" ADD CONSTRAINT line_amounts CHECK (quantity > 0 AND "unitPriceRupiah" > 0);
ALTER TABLE "Order" ADD CONSTRAINT order_total CHECK (
  "totalRupiah" = "itemsRupiah" + "deliveryRupiah" - "discountRupiah" AND "totalRupiah" >= 0);
ALTER TABLE "Purchase" ADD CONSTRAINT purchase_total CHECK (
  "totalRupiah" = "itemsRupiah" + "deliveryRupiah" - "discountRupiah" AND "totalRupiah" >= 0);
ALTER TABLE "Payment" ADD CONSTRAINT payment_amounts CHECK (
  "amountRupiah" >= 0 AND "refundedRupiah" BETWEEN 0 AND "amountRupiah" AND "refundDueRupiah" >= 0);
ALTER TABLE "CashEntry" ADD CONSTRAINT cash_amount CHECK ("amountRupiah" > 0);

-- A unique ending belongs to one open transfer at a time.
CREATE UNIQUE INDEX payment_unique_code ON "Payment" ("amountRupiah")
  WHERE "uniqueCode" IS NOT NULL AND status IN ('pending', 'proof_submitted');
-- One proof waits for a reader at a time.
CREATE UNIQUE INDEX payment_unread_proof ON "PaymentProof" ("paymentId") WHERE verdict = 'unread';

-- Append-only: facts are added, never changed.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE ON "Event" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER person_read_append_only BEFORE UPDATE OR DELETE ON "PersonRead" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_entry_append_only BEFORE UPDATE OR DELETE ON "LedgerEntry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_line_append_only BEFORE UPDATE OR DELETE ON "LedgerLine" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Double entry: at commit, the lines of every entry sum to zero.
CREATE FUNCTION check_ledger_balance() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE total numeric;
BEGIN
  SELECT sum("amountRupiah") INTO total FROM "LedgerLine" WHERE "entryId" = NEW."entryId";
  IF total <> 0 THEN
    RAISE EXCEPTION 'ledger entry % does not balance: %', NEW."entryId", total USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER ledger_line_balance AFTER INSERT ON "LedgerLine"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_ledger_balance();

-- Search: the title, text, colour and material with Indonesian stems, and trigrams for typing errors.
ALTER TABLE "Listing" ADD COLUMN search tsvector GENERATED ALWAYS AS (
  setweight(to_tsvector('indonesian', title), 'A') ||
  setweight(to_tsvector('indonesian', colour || ' ' || material || ' ' || coalesce(pattern, '')), 'B') ||
  setweight(to_tsvector('indonesian', description), 'C')) STORED;
CREATE INDEX listing_search ON "Listing" USING gin (search);
CREATE INDEX listing_title_trigrams ON "Listing" USING gin (title gin_trgm_ops);

-- Pages of the shop are kept in memory by every web process; whoever changes what they show says so.
CREATE FUNCTION notify_catalogue() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('catalogue_changed', '');
  RETURN NULL;
END $$;
CREATE TRIGGER listing_changes_catalogue AFTER INSERT OR UPDATE OR DELETE ON "Listing" FOR EACH STATEMENT EXECUTE FUNCTION notify_catalogue();
CREATE TRIGGER variant_changes_catalogue AFTER INSERT OR UPDATE OR DELETE ON "Variant" FOR EACH STATEMENT EXECUTE FUNCTION notify_catalogue();
CREATE TRIGGER shop_changes_catalogue AFTER INSERT OR UPDATE OR DELETE ON "Shop" FOR EACH STATEMENT EXECUTE FUNCTION notify_catalogue();
CREATE TRIGGER photo_changes_catalogue AFTER INSERT OR UPDATE OR DELETE ON "Photo" FOR EACH STATEMENT EXECUTE FUNCTION notify_catalogue();
CREATE TRIGGER week_changes_catalogue AFTER INSERT OR UPDATE ON "VariantWeek" FOR EACH STATEMENT EXECUTE FUNCTION notify_catalogue();
