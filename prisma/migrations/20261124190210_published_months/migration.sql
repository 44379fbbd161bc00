-- CreateTable
CREATE TABLE "PublishedMonth" (
    "month" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "definitionVersion" INTEGER NOT NULL,
    "earned" JSONB,
    "enrolments" JSONB NOT NULL,

    CONSTRAINT "PublishedMonth_pkey" PRIMARY KEY ("month")
);

-- CreateTable
CREATE TABLE "PublishedGroup" (
    "month" TEXT NOT NULL,
    "cohortId" UUID NOT NULL,
    "villageCode" TEXT NOT NULL,
    "figures" JSONB,
    "bands" JSONB,

    CONSTRAINT "PublishedGroup_pkey" PRIMARY KEY ("cohortId","villageCode","month")
);

-- CreateIndex
CREATE INDEX "PublishedGroup_month_idx" ON "PublishedGroup"("month");

-- AddForeignKey
ALTER TABLE "PublishedGroup" ADD CONSTRAINT "PublishedGroup_month_fkey" FOREIGN KEY ("month") REFERENCES "PublishedMonth"("month") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublishedGroup" ADD CONSTRAINT "PublishedGroup_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PublishedMonth" ADD CONSTRAINT published_month_shape CHECK ("month" ~ '^20\d{2}-(0[1-9]|1[0-2])$');

-- What was published stays as it was: of two versions of a month the difference tells what changed.
CREATE TRIGGER published_month_append_only BEFORE UPDATE OR DELETE ON "PublishedMonth" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER published_group_append_only BEFORE UPDATE OR DELETE ON "PublishedGroup" FOR EACH ROW EXECUTE FUNCTION refuse_change();
