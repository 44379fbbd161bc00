-- A message is sent by a provider: it may be tried again, and may fail for good.
ALTER TABLE "Message"
  ADD COLUMN "expiresAt" TIMESTAMPTZ(3),
  ADD COLUMN "attempts" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "providerId" TEXT,
  ADD COLUMN "failure" TEXT;

-- What is due at once (a sign-in code) does not wait for the next minute.
CREATE FUNCTION tell_message_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('message_due', '');
  RETURN NULL;
END $$;
CREATE TRIGGER message_due AFTER INSERT ON "Message"
  FOR EACH ROW WHEN (NEW."expiresAt" IS NOT NULL) EXECUTE FUNCTION tell_message_due();
