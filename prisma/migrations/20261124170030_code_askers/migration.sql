-- Who asked for a code: a device that has signed in with this phone before, or a network. Kept as a keyed hash or a random id.
ALTER TABLE "SignInCode" ADD COLUMN "askedBy" TEXT NOT NULL DEFAULT 'network:';
ALTER TABLE "SignInCode" ALTER COLUMN "askedBy" DROP DEFAULT;
