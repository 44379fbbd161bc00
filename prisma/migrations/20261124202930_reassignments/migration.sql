-- CreateTable
CREATE TABLE "Reassignment" (
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "fromShopId" UUID NOT NULL,
    "toShopId" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Reassignment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Reassignment_orderId_idx" ON "Reassignment"("orderId");

-- CreateIndex
CREATE INDEX "Reassignment_toShopId_status_idx" ON "Reassignment"("toShopId", "status");

-- CreateIndex
CREATE INDEX "Reassignment_fromShopId_idx" ON "Reassignment"("fromShopId");

-- AddForeignKey
ALTER TABLE "Reassignment" ADD CONSTRAINT "Reassignment_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reassignment" ADD CONSTRAINT "Reassignment_fromShopId_fkey" FOREIGN KEY ("fromShopId") REFERENCES "Shop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reassignment" ADD CONSTRAINT "Reassignment_toShopId_fkey" FOREIGN KEY ("toShopId") REFERENCES "Shop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An order is asked of one maker at a time, and never of herself.
CREATE UNIQUE INDEX "Reassignment_one_proposed" ON "Reassignment"("orderId") WHERE "status" = 'proposed';
ALTER TABLE "Reassignment"
  ADD CONSTRAINT reassignment_shops CHECK ("fromShopId" <> "toShopId"),
  ADD CONSTRAINT reassignment_state CHECK (
    "status" IN ('proposed', 'agreed', 'declined', 'withdrawn') AND (("status" = 'proposed') = ("answeredAt" IS NULL)));
