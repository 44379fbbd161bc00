// npm run notices: writes THIRD_PARTY_NOTICES.md, the licences of every production package in the lock file.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeNotices } from './notices.ts';
import { ROOT } from './prepare.ts';

writeFileSync(join(ROOT, 'THIRD_PARTY_NOTICES.md'), writeNotices(ROOT));
