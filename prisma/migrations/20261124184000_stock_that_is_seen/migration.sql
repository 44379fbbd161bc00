-- A mat's page says how many are left only when they are few (six and more are `MANY` in app/ui/market/stock-text.ts). So a sale out of
-- plenty changes no page: nothing is told, nothing is forgotten, and the sale costs less.
DROP TRIGGER variant_changes ON "Variant";
CREATE TRIGGER variant_changes AFTER UPDATE ON "Variant"
  FOR EACH ROW WHEN (
    (OLD."listingId", OLD.size, OLD."priceRupiah", OLD."makeDays", OLD."weeklyCapacity", OLD."isRetired")
      IS DISTINCT FROM
    (NEW."listingId", NEW.size, NEW."priceRupiah", NEW."makeDays", NEW."weeklyCapacity", NEW."isRetired")
    OR least(OLD."onHand" - OLD.held, 6) <> least(NEW."onHand" - NEW.held, 6)
  ) EXECUTE FUNCTION tell_variant();
