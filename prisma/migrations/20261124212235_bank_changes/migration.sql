-- CreateTable
CREATE TABLE "BankChange" (
    "id" UUID NOT NULL,
    "shopId" UUID NOT NULL,
    "bankSealed" TEXT,
    "status" TEXT NOT NULL,
    "requestedById" UUID NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "effectiveAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "BankChange_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "BankChange_shopId_idx" ON "BankChange"("shopId");

-- CreateIndex
CREATE INDEX "BankChange_status_effectiveAt_idx" ON "BankChange"("status", "effectiveAt");

-- AddForeignKey
ALTER TABLE "BankChange" ADD CONSTRAINT "BankChange_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One change waits at a time, and says when it ended.
CREATE UNIQUE INDEX "BankChange_one_waiting" ON "BankChange"("shopId") WHERE "status" = 'waiting';
ALTER TABLE "BankChange"
  ADD CONSTRAINT bank_change_state CHECK (
    "status" IN ('waiting', 'applied', 'withdrawn') AND (("status" = 'waiting') = ("endedAt" IS NULL)));
