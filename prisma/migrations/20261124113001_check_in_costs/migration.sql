-- What a month's costs were for, beside their sum: recalled kind by kind they are told more fully.
ALTER TABLE "CheckIn" ADD COLUMN "costParts" JSONB;
