-- What a consent was asked in, and who was there.
ALTER TABLE "Consent" ADD COLUMN "language" TEXT NOT NULL DEFAULT 'id', ADD COLUMN "witness" TEXT;

-- A story that may no longer be shown leaves the pages kept in memory at once.
CREATE TRIGGER consent_changes_catalogue AFTER INSERT ON "Consent" FOR EACH STATEMENT EXECUTE FUNCTION notify_catalogue();
