-- A woman twice in one list: the later row names the earlier one, so that a person can decide.
ALTER TABLE "ImportRow" ADD COLUMN "twinRowNumber" INTEGER;
