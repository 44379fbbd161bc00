-- Asked with the last month of each quarter: what an ordinary month brings, who decides about the money, saving, credit.
ALTER TABLE "CheckIn" ADD COLUMN "ordinaryProfitRupiah" INTEGER,
  ADD COLUMN "moneyDecider" TEXT,
  ADD COLUMN "savesMonthly" TEXT,
  ADD COLUMN "loan" TEXT;
