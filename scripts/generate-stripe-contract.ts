// Writes app/services/stripe/simulator/contract.json: JSON Schema 2020-12 of the requests, answers and events that the
// project exchanges with Stripe, read from the types of the installed stripe package. An upgrade shows as a diff.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const CONTRACT_FILE = fileURLToPath(new URL('../app/services/stripe/simulator/contract.json', import.meta.url));
const STRIPE_FOLDER = dirname(dirname(createRequire(import.meta.url).resolve('stripe')));

/** Name in the contract -> type in the package. Nothing else is read. */
const ROOTS = {
  SessionCreateParams: 'Stripe.Checkout.SessionCreateParams',
  SessionRetrieveParams: 'Stripe.Checkout.SessionRetrieveParams',
  SessionExpireParams: 'Stripe.Checkout.SessionExpireParams',
  SessionListParams: 'Stripe.Checkout.SessionListParams',
  SessionListLineItemsParams: 'Stripe.Checkout.SessionListLineItemsParams',
  CouponCreateParams: 'Stripe.CouponCreateParams',
  PaymentIntentRetrieveParams: 'Stripe.PaymentIntentRetrieveParams',
  ChargeRetrieveParams: 'Stripe.ChargeRetrieveParams',
  RefundCreateParams: 'Stripe.RefundCreateParams',
  RefundRetrieveParams: 'Stripe.RefundRetrieveParams',
  RefundListParams: 'Stripe.RefundListParams',
  DisputeRetrieveParams: 'Stripe.DisputeRetrieveParams',
  PayoutRetrieveParams: 'Stripe.PayoutRetrieveParams',
  EventRetrieveParams: 'Stripe.EventRetrieveParams',
  EventListParams: 'Stripe.EventListParams',
  BalanceTransactionRetrieveParams: 'Stripe.BalanceTransactionRetrieveParams',
  BalanceTransactionListParams: 'Stripe.BalanceTransactionListParams',
  Session: 'Stripe.Checkout.Session',
  LineItem: 'Stripe.LineItem',
  Coupon: 'Stripe.Coupon',
  PaymentIntent: 'Stripe.PaymentIntent',
  Charge: 'Stripe.Charge',
  Refund: 'Stripe.Refund',
  Dispute: 'Stripe.Dispute',
  Payout: 'Stripe.Payout',
  BalanceTransaction: 'Stripe.BalanceTransaction',
  'event:checkout.session.completed': 'Stripe.CheckoutSessionCompletedEvent',
  'event:checkout.session.async_payment_succeeded': 'Stripe.CheckoutSessionAsyncPaymentSucceededEvent',
  'event:checkout.session.async_payment_failed': 'Stripe.CheckoutSessionAsyncPaymentFailedEvent',
  'event:checkout.session.expired': 'Stripe.CheckoutSessionExpiredEvent',
  'event:payment_intent.succeeded': 'Stripe.PaymentIntentSucceededEvent',
  'event:payment_intent.payment_failed': 'Stripe.PaymentIntentPaymentFailedEvent',
  'event:charge.succeeded': 'Stripe.ChargeSucceededEvent',
  'event:charge.failed': 'Stripe.ChargeFailedEvent',
  'event:charge.refunded': 'Stripe.ChargeRefundedEvent',
  'event:charge.dispute.created': 'Stripe.ChargeDisputeCreatedEvent',
  'event:charge.dispute.closed': 'Stripe.ChargeDisputeClosedEvent',
  'event:payout.created': 'Stripe.PayoutCreatedEvent',
  'event:payout.paid': 'Stripe.PayoutPaidEvent',
  'event:refund.created': 'Stripe.RefundCreatedEvent',
  'event:refund.updated': 'Stripe.RefundUpdatedEvent',
  'event:refund.failed': 'Stripe.RefundFailedEvent',
} as const;

/** API objects that may stand whole inside another one; any other stays an id, as an unexpanded answer has it. */
const WHOLE_OBJECTS = new Set([
  'checkout.session',
  'item',
  'price',
  'coupon',
  'payment_intent',
  'charge',
  'refund',
  'dispute',
  'payout',
  'balance_transaction',
  'event',
  'list',
]);

type Schema = Record<string, unknown>;

/** The text of contract.json. Takes some seconds: the compiler reads all of the package's types. */
export function generateStripeContract(): string {
  const { checker, apiVersion, roots } = readRoots();
  const writer = new SchemaWriter(checker);
  const named = roots.map(({ name, type }) => [name, writer.schemaOf(type) ?? {}]);
  const contract = {
    apiVersion,
    roots: Object.fromEntries(named),
    $defs: Object.fromEntries([...writer.definitions].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
  return `${JSON.stringify(contract, null, 1)}\n`;
}

/** Compiles a file that exists only here and names every root; no other file of the project is read. */
function readRoots() {
  const entryFile = join(STRIPE_FOLDER, 'esm', 'contract-roots.ts');
  const aliases = Object.values(ROOTS).map((type, index) => `export type Root${index} = ${type};`);
  const text = [
    `import type { Stripe } from './stripe.esm.node.js';`,
    'export type Version = typeof Stripe.API_VERSION;',
    ...aliases,
  ].join('\n');
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    lib: ['lib.es2020.d.ts'],
    types: [],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  const host = ts.createCompilerHost(options);
  const readSource = host.getSourceFile.bind(host);
  host.getSourceFile = (file, ...rest) =>
    file === entryFile ? ts.createSourceFile(file, text, ts.ScriptTarget.ESNext) : readSource(file, ...rest);
  const program = ts.createProgram([entryFile], options, host);
  const checker = program.getTypeChecker();
  const types = (program.getSourceFile(entryFile)?.statements ?? []).flatMap((statement) =>
    ts.isTypeAliasDeclaration(statement) ? [checker.getTypeAtLocation(statement.name)] : [],
  );
  const [version, ...rootTypes] = types;
  if (!version?.isStringLiteral()) throw new Error('the stripe package names no API version');
  const names = Object.keys(ROOTS);
  const roots = rootTypes.map((type, index) => ({ name: names[index] ?? '', type }));
  const unknown = roots.find(({ type }) => type.flags & ts.TypeFlags.Any);
  if (unknown) throw new Error(`the stripe package has no type for ${unknown.name}`);
  return { checker, apiVersion: version.value, roots };
}

/** Type -> schema; named interfaces are collected in `definitions`. */
class SchemaWriter {
  readonly definitions = new Map<string, Schema>();
  readonly #checker: ts.TypeChecker;

  constructor(checker: ts.TypeChecker) {
    this.#checker = checker;
  }

  /** Undefined: leave this member out, it allows nothing that goes over the wire here. */
  schemaOf(type: ts.Type): Schema | undefined {
    const scalar = scalarSchema(type);
    if (scalar) return scalar;
    if (isOpenString(type)) return undefined;
    if (type.aliasSymbol?.name === 'Decimal') return { type: 'string', pattern: '^-?\\d+(\\.\\d+)?$' };
    if (type.isUnion()) return this.#unionSchema(type.types);
    if (type.isIntersection()) throw new Error(`no schema for ${this.#checker.typeToString(type)}`);
    if (this.#checker.isArrayType(type)) return this.#arraySchema(type);
    return this.#objectSchema(type);
  }

  #unionSchema(members: readonly ts.Type[]): Schema | undefined {
    const literals = members.flatMap((member) => (member.isStringLiteral() ? [member.value] : [])).sort();
    const others = members.flatMap((member): Schema[] => {
      const schema = member.isStringLiteral() ? undefined : this.schemaOf(member);
      return schema ? [schema] : [];
    });
    const branches = dropDuplicates(literals.length ? [{ enum: literals }, ...others] : others);
    return branches.length > 1 ? { anyOf: branches } : branches[0];
  }

  #arraySchema(type: ts.Type): Schema {
    const [element] = this.#checker.getTypeArguments(type as ts.TypeReference);
    return { type: 'array', items: (element && this.schemaOf(element)) ?? {} };
  }

  #objectSchema(type: ts.Type): Schema | undefined {
    const kind = literalOf(this.#checker, type, 'object');
    if (kind !== undefined && !WHOLE_OBJECTS.has(kind)) return undefined;
    const name = definitionName(this.#checker, type);
    if (name === undefined) return this.#membersSchema(type);
    if (!this.definitions.has(name)) {
      this.definitions.set(name, {});
      this.definitions.set(name, this.#membersSchema(type));
    }
    return { $ref: `#/$defs/${name}` };
  }

  #membersSchema(type: ts.Type): Schema {
    const index = this.#checker.getIndexInfoOfType(type, ts.IndexKind.String);
    if (index) return { type: 'object', additionalProperties: this.schemaOf(index.type) ?? {} };
    const properties: Record<string, Schema> = {};
    const required: string[] = [];
    for (const member of this.#checker.getPropertiesOfType(type)) {
      const isOptional = (member.flags & ts.SymbolFlags.Optional) !== 0;
      const schema = this.schemaOf(this.#checker.getTypeOfSymbol(member));
      if (schema) properties[member.name] = schema;
      else if (!isOptional) properties[member.name] = {};
      if (!isOptional) required.push(member.name);
    }
    return { type: 'object', properties, ...(required.length ? { required } : {}), additionalProperties: false };
  }
}

function scalarSchema(type: ts.Type): Schema | undefined {
  if (type.isStringLiteral()) return { enum: [type.value] };
  if (type.isNumberLiteral()) return { enum: [type.value] };
  if (type.flags & ts.TypeFlags.String) return { type: 'string' };
  if (type.flags & ts.TypeFlags.Number) return { type: 'number' };
  if (type.flags & ts.TypeFlags.BooleanLike) return { type: 'boolean' };
  if (type.flags & ts.TypeFlags.Null) return { type: 'null' };
  return undefined;
}

/** `OtherString` of the package (`string & Record<never, never>`): it opens every list of values, so it is left out. */
function isOpenString(type: ts.Type): boolean {
  if (type.flags & ts.TypeFlags.Undefined) return true;
  return type.isIntersection() && type.types.some((member) => member.flags & ts.TypeFlags.String);
}

function literalOf(checker: ts.TypeChecker, type: ts.Type, property: string): string | undefined {
  const symbol = type.getProperty(property);
  const found = symbol && checker.getTypeOfSymbol(symbol);
  return found?.isStringLiteral() ? found.value : undefined;
}

/** `Checkout.Sessions.Session.AutomaticTax`; undefined for a type without a name or with arguments of its own. */
function definitionName(checker: ts.TypeChecker, type: ts.Type): string | undefined {
  const symbol = type.symbol;
  const hasArguments = type.aliasTypeArguments ?? checker.getTypeArguments(type as ts.TypeReference).length > 0;
  if (!symbol || hasArguments || symbol.name.startsWith('__')) return undefined;
  const [, file, path] = /^".*\/esm\/(?:resources\/)?(.+)"\.(.+)$/.exec(checker.getFullyQualifiedName(symbol)) ?? [];
  return file && path ? `${file.replaceAll('/', '.')}.${path}` : undefined;
}

function dropDuplicates(schemas: readonly Schema[]): Schema[] {
  return [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values()];
}

if (import.meta.main) {
  writeFileSync(CONTRACT_FILE, generateStripeContract());
  process.stdout.write(`${CONTRACT_FILE}\n`);
}
