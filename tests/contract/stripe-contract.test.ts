// contract.json is exactly what the installed stripe package says. A difference means: the package changed, look at it.
import { readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { assertAnswer, CONTRACT_API_VERSION, readRequest } from '#app/services/stripe/simulator/contract.ts';
import { STRIPE_API_VERSION } from '#app/services/stripe/stripe-client.ts';
import { generateStripeContract } from '#scripts/generate-stripe-contract.ts';

const CONTRACT = new URL('../../app/services/stripe/simulator/contract.json', import.meta.url);

test('the committed contract is the one that the installed types give (else: npm run contract:gen, and read the diff)', () => {
  expect(generateStripeContract() === readFileSync(CONTRACT, 'utf8')).toBe(true);
  expect(statSync(CONTRACT).size).toBeLessThan(600_000);
});

test('the client is pinned to the version of the contract', () => {
  expect(STRIPE_API_VERSION).toBe(CONTRACT_API_VERSION);
});

test('requests: open lists of values are closed, unknown names refused, numbers read', () => {
  const price = { currency: 'idr', unit_amount: '100', product_data: { name: 'Tikar' } };
  const form = { mode: 'payment', ui_mode: 'hosted_page', line_items: [{ quantity: '2', price_data: price }] };
  expect(readRequest('SessionCreateParams', form)).toMatchObject({
    line_items: [{ quantity: 2, price_data: { unit_amount: 100 } }],
  });
  expect(() => readRequest('SessionCreateParams', { ...form, ui_mode: 'hosted' })).toThrow('must be one of');
  expect(() => readRequest('SessionCreateParams', { ...form, payment_method_types: ['card'] })).toThrow(
    'unknown parameter',
  );
  expect(() => readRequest('SessionCreateParams', { ...form, sucess_url: 'http://x' })).toThrow('unknown parameter');
  expect(() => readRequest('SessionCreateParams', { mode: 'payment', line_items: [{ price_data: {} }] })).toThrow(
    'Missing',
  );
});

test('answers: a missing, an unknown and a wrongly typed field are violations', () => {
  const movement = {
    id: 'txn_1',
    object: 'balance_transaction',
    amount: 1,
    available_on: 1,
    balance_type: 'payments',
    created: 1,
    currency: 'idr',
    description: null,
    exchange_rate: null,
    fee: 0,
    fee_details: [],
    net: 1,
    reporting_category: 'charge',
    source: null,
    status: 'pending',
    type: 'charge',
  };
  expect(() => assertAnswer('BalanceTransaction', movement)).not.toThrow();
  const { net: _, ...without } = movement;
  expect(() => assertAnswer('BalanceTransaction', without)).toThrow('net');
  expect(() => assertAnswer('BalanceTransaction', { ...movement, extra: 1 })).toThrow('additional');
  expect(() => assertAnswer('BalanceTransaction', { ...movement, amount: '1' })).toThrow('number');
  expect(() => assertAnswer('BalanceTransaction', { ...movement, type: 'gift' })).toThrow('allowed values');
});
