// How a bank account lies in the rows: its number sealed on the shop, all of it sealed on a change that waits.
import type { Sealer } from '../access/sealer.ts';

export interface Bank {
  readonly name: string;
  readonly account: string;
  readonly holder: string;
}

const ACCOUNT = 'shop.bankAccount';
const CHANGE = 'bankChange.bank';

/** The columns of a shop; all null when it takes no transfers. */
export function sealBank(shopId: string, bank: Bank | null, sealer: Sealer) {
  return {
    bankName: bank?.name ?? null,
    bankAccountHolder: bank?.holder ?? null,
    bankAccountSealed: bank ? sealer.seal(ACCOUNT, shopId, bank.account) : null,
  };
}

export function openBankAccount(shop: { id: string; bankAccountSealed: string | null }, sealer: Sealer): string | null {
  return shop.bankAccountSealed === null ? null : sealer.open(ACCOUNT, shop.id, shop.bankAccountSealed);
}

export function sealBankChange(changeId: string, bank: Bank, sealer: Sealer): string {
  return sealer.seal(CHANGE, changeId, JSON.stringify(bank));
}

export function openBank(changeId: string, bankSealed: string | null, sealer: Sealer): Bank | null {
  return bankSealed === null ? null : (JSON.parse(sealer.open(CHANGE, changeId, bankSealed)) as Bank);
}
