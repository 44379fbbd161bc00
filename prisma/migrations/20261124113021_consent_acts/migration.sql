-- What a consent was asked in, and who was there.
ALTER TABLE "Consent" ADD COLUMN "language" TEXT NOT NULL DEFAULT 'id', ADD COLUMN "witness" TEXT;

-- A story that may no longer be shown leaves the pages kept in memory at once.
CREATE FUNCTION tell_consent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('catalogue_changed', 'catalogue shop:' || id) FROM "Shop" WHERE "personId" = NEW."personId";
  RETURN NULL;
END $$;
CREATE TRIGGER consent_given AFTER INSERT ON "Consent" FOR EACH ROW EXECUTE FUNCTION tell_consent();
