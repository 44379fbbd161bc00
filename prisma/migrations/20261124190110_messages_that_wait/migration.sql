-- Whether a message may ring at night stands in its row; what is under way keeps what it was promised.
ALTER TABLE "Message" ADD COLUMN "mayWake" BOOLEAN NOT NULL DEFAULT false;
UPDATE "Message" SET "mayWake" = true WHERE status = 'queued' AND "expiresAt" IS NOT NULL;

-- A buyer may stop the messages about what she bought.
ALTER TABLE "Purchase" ADD COLUMN "newsStoppedAt" TIMESTAMPTZ(3);
