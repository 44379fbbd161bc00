// Where Prisma's command line finds the schema; the address of the database is given at run time, never here.
import { defineConfig } from 'prisma/config';

export default defineConfig({ schema: 'prisma/schema', migrations: { path: 'prisma/migrations' } });
