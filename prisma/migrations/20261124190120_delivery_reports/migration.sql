-- The provider reports on a message by its own name for it.
CREATE INDEX "Message_providerId_idx" ON "Message"("providerId");

-- Telephones that said STOP, under a keyed hash.
CREATE TABLE "MessageStop" (
    "phoneHash" TEXT NOT NULL,
    "isStopped" BOOLEAN NOT NULL,
    "saidAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MessageStop_pkey" PRIMARY KEY ("phoneHash")
);
