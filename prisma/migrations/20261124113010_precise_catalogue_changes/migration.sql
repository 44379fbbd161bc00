-- Which shared pages are to be forgotten: the row that changed says it, whoever wrote it. The payload is a list of tags
-- (app/server/page-cache.ts); an empty one means everything. An update that changes nothing says nothing.
DROP TRIGGER listing_changes_catalogue ON "Listing";
DROP TRIGGER variant_changes_catalogue ON "Variant";
DROP TRIGGER shop_changes_catalogue ON "Shop";
DROP TRIGGER photo_changes_catalogue ON "Photo";
DROP TRIGGER week_changes_catalogue ON "VariantWeek";
DROP FUNCTION notify_catalogue();

-- Lists and the pages of her shop show a mat's card.
CREATE FUNCTION tell_listing() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE changed "Listing" := coalesce(NEW, OLD);
BEGIN
  PERFORM pg_notify('catalogue_changed', format('catalogue listing:%s shop:%s', changed.id, changed."shopId"));
  RETURN NULL;
END $$;
CREATE TRIGGER listing_comes_or_goes AFTER INSERT OR DELETE ON "Listing"
  FOR EACH ROW EXECUTE FUNCTION tell_listing();
CREATE TRIGGER listing_changes AFTER UPDATE ON "Listing"
  FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION tell_listing();

-- Stock is on the mat's own page; what a card shows of it is kept in "Listing".
CREATE FUNCTION tell_variant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('catalogue_changed', 'listing:' || coalesce(NEW."listingId", OLD."listingId"));
  RETURN NULL;
END $$;
CREATE TRIGGER variant_comes_or_goes AFTER INSERT OR DELETE ON "Variant"
  FOR EACH ROW EXECUTE FUNCTION tell_variant();
CREATE TRIGGER variant_changes AFTER UPDATE ON "Variant"
  FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION tell_variant();

CREATE FUNCTION tell_week() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('catalogue_changed', 'listing:' || "listingId")
  FROM "Variant" WHERE id = coalesce(NEW."variantId", OLD."variantId");
  RETURN NULL;
END $$;
CREATE TRIGGER week_changes AFTER INSERT OR UPDATE OR DELETE ON "VariantWeek"
  FOR EACH ROW EXECUTE FUNCTION tell_week();

-- Hidden, renamed, moved: her own pages, and every list that she is in.
CREATE FUNCTION tell_shop() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('catalogue_changed', 'catalogue shop:' || coalesce(NEW.id, OLD.id));
  RETURN NULL;
END $$;
CREATE TRIGGER shop_comes_or_goes AFTER INSERT OR DELETE ON "Shop"
  FOR EACH ROW EXECUTE FUNCTION tell_shop();
CREATE TRIGGER shop_changes AFTER UPDATE ON "Shop"
  FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION tell_shop();

-- A picture is on the card, a fee on the pages of the shop.
CREATE FUNCTION tell_shop_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('catalogue_changed', 'catalogue shop:' || coalesce(NEW."shopId", OLD."shopId"));
  RETURN NULL;
END $$;
CREATE TRIGGER photo_changes AFTER INSERT OR UPDATE OR DELETE ON "Photo"
  FOR EACH ROW EXECUTE FUNCTION tell_shop_part();
CREATE TRIGGER delivery_rate_changes AFTER INSERT OR UPDATE OR DELETE ON "DeliveryRate"
  FOR EACH ROW EXECUTE FUNCTION tell_shop_part();

-- Shared by many shops and hardly ever changed.
CREATE FUNCTION tell_everything() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('catalogue_changed', '');
  RETURN NULL;
END $$;
CREATE TRIGGER pickup_point_changes AFTER UPDATE OR DELETE ON "PickupPoint"
  FOR EACH STATEMENT EXECUTE FUNCTION tell_everything();
