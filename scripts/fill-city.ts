// Fills the demonstration city on the first start, and again when the first start was cut off before it was whole.
import { rmSync } from 'node:fs';
import { simulatorPlace } from '#app/server/card-gateway.ts';
import { createServices } from '#app/server/services.ts';
import type { Environment } from '#app/services/environment.ts';
import { openCardDesk } from '#prisma/seed/card-desk.ts';
import { clearHalfCity, seedCity, stateOfCity } from '#prisma/seed/city.ts';

export async function fillCity(settings: {
  environment: Environment;
  databaseAddress: string;
  say: (line: string) => void;
}): Promise<void> {
  const { environment, say } = settings;
  const databaseAddress = withoutDiskWaits(settings.databaseAddress);
  const services = createServices(environment, { databaseAddress, cardGateway: null });
  try {
    const state = await stateOfCity(services.db);
    if (state === 'inUse') return;
    const startedAt = Date.now();
    say('Mengisi kota demonstrasi / filling the demonstration city ...');
    if (state === 'half') await clearHalfCity(services.db);
    rmSync(simulatorPlace(environment).stateFile, { force: true });
    const cards = await openCardDesk(environment);
    await seedCity(services, cards).finally(() => cards.close());
    say(`... ${((Date.now() - startedAt) / 1000).toFixed(0)} s`);
  } finally {
    await services.db.$disconnect();
  }
}

/**
 * Thousands of commands that nobody waits for need not reach the disk one by one: after a power cut the mark of a full city is
 * missing too, and it is filled again. The site itself always waits.
 */
function withoutDiskWaits(databaseAddress: string): string {
  const address = new URL(databaseAddress);
  address.searchParams.set('options', '-c synchronous_commit=off');
  return address.href;
}
