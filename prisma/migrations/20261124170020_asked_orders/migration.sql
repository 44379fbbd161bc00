-- Which orders a card session asks for: an order that is cancelled before paying is in the old session and not in the next.
ALTER TABLE "CardAttempt" ADD COLUMN "orderIds" UUID[] NOT NULL DEFAULT '{}';
UPDATE "CardAttempt" a SET "orderIds" = ARRAY(SELECT o.id FROM "Order" o JOIN "Payment" p ON p."purchaseId" = o."purchaseId" WHERE p.id = a."paymentId");
ALTER TABLE "CardAttempt" ALTER COLUMN "orderIds" DROP DEFAULT, ALTER COLUMN "orderIds" DROP NOT NULL;
