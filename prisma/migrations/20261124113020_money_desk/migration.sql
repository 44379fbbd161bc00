-- DropIndex
DROP INDEX "Refund_gatewayId_key";

-- AlterTable
ALTER TABLE "StripeEvent" ADD COLUMN     "lookedAt" TIMESTAMPTZ(3),
ADD COLUMN     "lookedById" UUID,
ADD COLUMN     "note" TEXT;

-- AlterTable
ALTER TABLE "Refund" ADD COLUMN     "reference" TEXT;

-- CreateTable
CREATE TABLE "CardDispute" (
    "id" TEXT NOT NULL,
    "paymentId" UUID NOT NULL,
    "amountRupiah" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CardDispute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BookDifference" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "happenedAt" TIMESTAMPTZ(3) NOT NULL,
    "gatewayRupiah" BIGINT,
    "ledgerRupiah" BIGINT,
    "foundAt" TIMESTAMPTZ(3) NOT NULL,
    "resolvedAt" TIMESTAMPTZ(3),
    "lookedAt" TIMESTAMPTZ(3),
    "lookedById" UUID,
    "note" TEXT,

    CONSTRAINT "BookDifference_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CardDispute_paymentId_idx" ON "CardDispute"("paymentId");

-- CreateIndex
CREATE UNIQUE INDEX "BookDifference_sourceId_key" ON "BookDifference"("sourceId");

-- CreateIndex
CREATE INDEX "BookDifference_lookedAt_resolvedAt_idx" ON "BookDifference"("lookedAt", "resolvedAt");

-- CreateIndex
CREATE INDEX "Refund_orderId_idx" ON "Refund"("orderId");

-- CreateIndex
CREATE INDEX "Refund_gatewayId_idx" ON "Refund"("gatewayId");

-- AddForeignKey
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CardDispute" ADD CONSTRAINT "CardDispute_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One row of an order under one refund or dispute of Stripe's, however often and however concurrently it is told.
CREATE UNIQUE INDEX refund_gateway_share ON "Refund" ("gatewayId", "orderId") NULLS NOT DISTINCT
  WHERE "gatewayId" IS NOT NULL;
