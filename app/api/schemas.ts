import * as z from 'zod';
import { ledgerEvents } from '~/workflows/ledger';
import { fits, importances, requiredLevels } from '~/workflows/profile';
import { interfaceStatuses, outcomes, productTypes, rungs, supportLevels } from '~/workflows/words';

/**
 * What the API answers with: the one source of its OpenAPI description, and what its tests check answers against.
 * Fields are only ever added within /api/v1.
 */
export const apiSchemas = z.registry<{ id: string; description?: string }>();

function named<Schema extends z.ZodType>(id: string, description: string, schema: Schema): Schema {
  apiSchemas.add(schema, { id, description });
  return schema;
}

const day = z.iso.date().describe('A day in Copenhagen, yyyy-mm-dd.');
const moment = z.iso.datetime();
const count = z.int().min(0);

export const textSchema = named(
  'Text',
  'A text in Danish and English.',
  z.strictObject({ da: z.string(), en: z.string() }),
);

const linksSchema = named(
  'Links',
  'Where it is found: as a page for people, and here.',
  z.strictObject({ html: z.url(), self: z.url() }),
);

const levelSchema = named('SupportLevel', 'How a product supports an interface, best first.', z.enum(supportLevels));
const rungSchema = named(
  'Rung',
  'How far an approved answer is proven today, lowest first; it falls when the evidence runs out.',
  z.enum(rungs),
);
const outcomeSchema = named('Outcome', 'What the municipality decided.', z.enum(outcomes));

const municipalityRefSchema = named(
  'MunicipalityReference',
  'A municipality by its code.',
  z.strictObject({ code: z.string(), name: z.string() }),
);

const supplierRefSchema = named(
  'SupplierReference',
  'A supplier by its id in addresses.',
  z.strictObject({ id: z.string(), name: z.string(), cvr: z.string() }),
);

const productRefSchema = named(
  'ProductReference',
  'A product by its id in addresses.',
  z.strictObject({ id: z.string(), name: z.string() }),
);

const supportFields = {
  level: levelSchema,
  rung: rungSchema,
  attestedBy: z.number().int().describe('How many municipalities attest today that they run it.'),
  version: z.string().nullable().describe('The version of the interface that the product uses.'),
  sinceOn: day.nullable().describe('In production since.'),
  plannedOn: day.nullable().describe('Promised for.'),
  approvedOn: day,
  approvedBy: municipalityRefSchema,
  disputed: z.boolean().describe('Somebody disagrees with an answer about the interface; see the product’s disputes.'),
};

export const supportSchema = named(
  'Support',
  'How a product supports one interface. An interface that is not listed is not declared, or not approved.',
  z.strictObject({ interface: z.string(), group: z.string(), ...supportFields }),
);

const evidenceSchema = named(
  'Evidence',
  'What backs an answer: type, date and source. A link only where the type of evidence is public; never a file.',
  z.strictObject({
    type: z.string(),
    name: textSchema,
    observedOn: day,
    validTo: day.nullable(),
    municipality: municipalityRefSchema.nullable(),
    url: z.string().nullable(),
  }),
);

export const answerSchema = named(
  'Answer',
  'An approved answer to a public question.',
  z.strictObject({
    question: z.string(),
    section: z.string(),
    interface: z.string().nullable(),
    type: z.string(),
    text: textSchema,
    value: z.union([
      z.string(),
      z.number(),
      z.boolean(),
      z.array(z.string()),
      z.array(z.record(z.string(), z.string())),
      z.null(),
    ]),
    optionTexts: z.record(z.string(), textSchema),
    columnTexts: z.record(z.string(), textSchema),
    justification: z.string().nullable(),
    remark: z.string().nullable().describe('The municipality’s remark to an answer that it accepted.'),
    evidence: z.array(evidenceSchema),
    approvedOn: day,
    approvedBy: municipalityRefSchema,
  }),
);

const disputeSchema = named(
  'Dispute',
  'A disagreement with a published answer: what is stated, the supplier’s reply and what came of it.',
  z.strictObject({
    question: z.string(),
    interface: z.string().nullable(),
    publication: z.int().min(1).describe('The publication that it was about.'),
    statement: z.string(),
    statedBy: z.string().describe('An organisation or a kind of organisation, never a person.'),
    openedAt: moment,
    reply: z.string().nullable(),
    repliedAt: moment.nullable(),
    outcome: z.string().nullable(),
    resolvedAt: moment.nullable().describe('Null as long as the answer is disputed.'),
  }),
);

const productFields = {
  id: z.string().describe('The id in addresses.'),
  name: z.string(),
  description: z.string(),
  type: z.enum(productTypes),
  kle: z.array(z.string()),
  kitosUuid: z.uuid().nullable(),
  isDemo: z.boolean().describe('Made up, for demonstration.'),
  supplier: supplierRefSchema,
  decision: z.strictObject({ outcome: outcomeSchema, municipality: municipalityRefSchema }),
  publication: z.strictObject({ number: z.int().min(1), publishedAt: moment, firstPublishedAt: moment }),
  links: linksSchema,
};

export const productSummarySchema = named(
  'ProductSummary',
  'A product with a publication in force and its support of interfaces.',
  z.strictObject({ ...productFields, support: z.array(supportSchema) }),
);

export const productSchema = named(
  'Product',
  'A product with everything that is approved about it.',
  z.strictObject({
    ...productFields,
    questionnaire: z.strictObject({ id: z.string(), version: z.string() }),
    support: z.array(
      z.strictObject({
        interface: z.string(),
        group: z.string(),
        ...supportFields,
        answers: z.array(answerSchema),
      }),
    ),
    answers: z.array(answerSchema).describe('Approved answers that are not about one interface.'),
    disputes: z.array(disputeSchema).describe('Disputes about answers that are public now, oldest first.'),
    earlierSuppliers: z
      .array(z.strictObject({ name: z.string(), until: moment }))
      .describe('Suppliers that had the product before, oldest first.'),
    publications: z
      .array(
        z.strictObject({
          number: z.int().min(1),
          publishedAt: moment,
          endedAt: moment.nullable(),
          endedBecause: z.enum(['superseded', 'withdrawn', 'suspended', 'revoked', 'expired', 'merged']).nullable(),
        }),
      )
      .describe('Every publication of the product, latest first.'),
  }),
);

const supplierFields = {
  id: z.string(),
  name: z.string(),
  cvr: z.string(),
  website: z.string().nullable(),
  isDemo: z.boolean(),
  links: linksSchema,
};

export const supplierSummarySchema = named(
  'SupplierSummary',
  'A supplier with at least one published product.',
  z.strictObject({ ...supplierFields, productCount: count }),
);

export const supplierSchema = named(
  'Supplier',
  'A supplier with its published products.',
  z.strictObject({ ...supplierFields, products: z.array(productRefSchema) }),
);

const levelCountsSchema = named(
  'LevelCounts',
  'How many published products have each level.',
  z.strictObject({
    in_production: count,
    ready: count,
    in_development: count,
    planned: count,
    via_other: count,
    not_supported: count,
    not_relevant: count,
  }),
);

const interfaceFields = {
  id: z.string().describe('The SF number, or a slug where there is none.'),
  name: textSchema,
  summary: textSchema,
  group: z.strictObject({ id: z.string(), name: textSchema }),
  status: z.enum(interfaceStatuses),
  platform: z.string(),
  protocols: z.array(z.string()),
  direction: z.enum(['outbound', 'inbound', 'both']).describe('Seen from the product.'),
  versions: z.array(
    z.strictObject({
      label: z.string(),
      availableOn: day.nullable(),
      sunsetOn: day.nullable(),
      retiredOn: day.nullable(),
    }),
  ),
  source: z.string(),
  confidence: z.enum(['high', 'medium', 'low']).describe('How certain the catalogue is of what it tells.'),
  note: textSchema.nullable(),
  replacedBy: z.array(z.string()),
  dependsOn: z.array(z.string()),
  removedOn: day.nullable().describe('When it was taken out of the catalogue.'),
  products: levelCountsSchema,
  links: linksSchema,
};

export const interfaceSummarySchema = named(
  'InterfaceSummary',
  'An interface of the catalogue.',
  z.strictObject(interfaceFields),
);

export const interfaceSchema = named(
  'Interface',
  'An interface with the products that have an approved answer about it.',
  z.strictObject({
    ...interfaceFields,
    support: z.array(z.strictObject({ product: productRefSchema, supplierName: z.string(), ...supportFields })),
  }),
);

const groupFields = {
  id: z.string(),
  name: textSchema,
  support: levelCountsSchema.describe(
    'Of all its interfaces together: a product counts once for each that it declares.',
  ),
  supportingProducts: count.describe('Products that support one of its interfaces, ready or not.'),
  links: linksSchema,
};

export const interfaceGroupSummarySchema = named(
  'InterfaceGroupSummary',
  'Interfaces that are declared together.',
  z.strictObject(groupFields),
);

export const interfaceGroupSchema = named(
  'InterfaceGroup',
  'An interface group with its interfaces, the products that support any of them, and how many were ready when.',
  z.strictObject({
    ...groupFields,
    interfaces: z.array(
      z.strictObject({
        id: z.string(),
        name: textSchema,
        status: z.enum(interfaceStatuses),
        products: levelCountsSchema,
      }),
    ),
    sunsets: z
      .array(z.strictObject({ interface: z.string(), version: z.string(), sunsetOn: day }))
      .describe('Versions that go out of use, soonest first.'),
    readyOverTime: z
      .array(z.strictObject({ on: day, products: count }))
      .describe('Products that had one of its interfaces in production or ready at the end of the day.'),
    products: z.array(
      z.strictObject({
        product: productRefSchema,
        supplierName: z.string(),
        ready: count.describe('Interfaces of the group that it has in production or ready.'),
        supported: count.describe('Interfaces of the group that it supports on any level.'),
      }),
    ),
  }),
);

const municipalityFields = {
  id: z.string().describe('The municipality code.'),
  name: z.string(),
  region: z.string(),
  cvr: z.string(),
  links: linksSchema,
};

export const municipalitySummarySchema = named(
  'MunicipalitySummary',
  'A municipality.',
  z.strictObject({
    ...municipalityFields,
    productsInProduction: count.describe(
      'Products that it runs: their approved answers name it in production, or it attests it under its name.',
    ),
    decisionsInForce: count,
  }),
);

export const municipalitySchema = named(
  'Municipality',
  'A municipality with the products that it runs, as their approved answers or it itself says, and those it decided on.',
  z.strictObject({
    ...municipalityFields,
    inProduction: z.array(
      z.strictObject({
        product: productRefSchema,
        interface: z.string(),
        sinceOn: day.nullable(),
        attested: z.boolean().describe('The municipality itself attests it under its name.'),
      }),
    ),
    decided: z.array(z.strictObject({ product: productRefSchema, outcome: outcomeSchema, publishedAt: moment })),
  }),
);

export const licenceSchema = named(
  'Licence',
  'On which terms the data may be used.',
  z.strictObject({ name: z.string(), url: z.url(), attribution: z.string() }),
);

export const problemSchema = named(
  'Problem',
  'What went wrong (RFC 9457).',
  z.strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    parameter: z.string().optional().describe('The parameter that cannot be used.'),
  }),
);

const weightSchema = {
  plannedOn: day,
  record: z
    .strictObject({ kept: count, known: count })
    .describe('The supplier’s earlier planned dates, and those kept.'),
  weight: z.number().min(0).max(1).describe('(kept + 1) / (known + 2).'),
};

export const forecastSchema = named(
  'Forecast',
  'What is to be expected on a coming day: no fact. Only where `on` is one.',
  z.strictObject({
    on: day,
    ready: count.describe('In production or ready today.'),
    planned: count.describe('Planned until the day.'),
    expectedOfPlanned: z.number().describe('The sum of the weights of these.'),
    expected: z.number(),
    plans: z.array(
      z.strictObject({
        product: z.strictObject({ id: z.string(), name: z.string() }),
        interface: z.string(),
        supplier: z.strictObject({ id: z.string(), name: z.string() }),
        level: levelSchema,
        ...weightSchema,
        state: z.enum(['due', 'later', 'overdue']).describe('Only what is due counts.'),
      }),
    ),
  }),
);

/** A list in pages. */
function list<Item extends z.ZodType>(id: string, item: Item) {
  const next = z.string().nullable().describe('The cursor of the following page; null on the last.');
  return named(id, 'A page of a list.', z.strictObject({ data: z.array(item), next, licence: licenceSchema }));
}

/** One thing with its licence. */
function item<Item extends z.ZodType>(id: string, data: Item) {
  return named(id, 'One thing.', z.strictObject({ data, licence: licenceSchema }));
}

/** One thing with what is to be expected of it. */
function forecastItem<Item extends z.ZodType>(id: string, data: Item) {
  const shape = { data, forecast: forecastSchema.optional(), licence: licenceSchema };
  return named(id, 'One thing.', z.strictObject(shape));
}

export const matrixRowSchema = named(
  'MatrixRow',
  'A product against the interfaces that the filters ask for.',
  z.strictObject({
    product: productRefSchema,
    supplier: supplierRefSchema,
    cells: z
      .record(
        z.string(),
        z.strictObject({ level: levelSchema, rung: rungSchema, plannedOn: day.nullable(), disputed: z.boolean() }),
      )
      .describe('By interface; one that is not in it is not declared.'),
  }),
);

const matrixSchema = named(
  'Matrix',
  'A page of products with the interfaces that are its columns.',
  z.strictObject({
    interfaces: z.array(z.strictObject({ id: z.string(), name: textSchema })),
    data: z.array(matrixRowSchema),
    next: z.string().nullable().describe('The cursor of the following page; null on the last.'),
    licence: licenceSchema,
  }),
);

const hash = z.string().regex(/^[0-9a-f]{64}$/);

const ledgerEntrySchema = named(
  'LedgerEntry',
  'Something that happened to a publication: one leaf of the Merkle tree (RFC 9162), as canonical JSON (RFC 8785).',
  z.strictObject({
    schema: z.literal('snitfladeklar/ledger-entry/1'),
    index: z.int().min(0),
    event: z.enum(ledgerEvents),
    product: z.string(),
    publication: z.int().positive(),
    document: hash.describe('SHA-256 of the publication’s canonical JSON.'),
    at: moment,
  }),
);

const signature = z
  .string()
  .describe('A JWS with detached content: of the document where the event is "published", else of the entry.');

const signedDeclarationSchema = named(
  'SignedDeclaration',
  'A publication with its signature and its place in the ledger.',
  z.strictObject({
    schema: z.literal('snitfladeklar/signed-declaration/1'),
    document: z.record(z.string(), z.unknown()).nullable().describe('What was published; null once it is not public.'),
    entries: z.array(
      z.strictObject({
        entry: ledgerEntrySchema,
        signature,
        proof: z.array(hash).describe('From the leaf to the root of the head.'),
      }),
    ),
    head: z.strictObject({ jws: z.string().describe('A compact JWS of the tree’s size, root and moment.') }),
    licence: licenceSchema,
  }),
);

const ledgerHeadSchema = named(
  'LedgerHead',
  'A signed state of the Merkle tree.',
  z.strictObject({ size: z.int().min(0), root: hash, at: moment, jws: z.string() }),
);

const ledgerSchema = item(
  'Ledger',
  z.strictObject({
    head: ledgerHeadSchema.nullable().describe('Null before anything was signed.'),
    keys: z.array(z.record(z.string(), z.unknown())).describe('Public keys (RFC 7517), also those out of use.'),
  }),
);

/** What each address answers with. */
export const apiAnswers = {
  products: list('ProductList', productSummarySchema),
  product: forecastItem('ProductItem', productSchema),
  matrix: matrixSchema,
  suppliers: list('SupplierList', supplierSummarySchema),
  supplier: forecastItem('SupplierItem', supplierSchema),
  interfaces: list('InterfaceList', interfaceSummarySchema),
  interface: forecastItem('InterfaceItem', interfaceSchema),
  'interface-groups': list('InterfaceGroupList', interfaceGroupSummarySchema),
  'interface-group': forecastItem('InterfaceGroupItem', interfaceGroupSchema),
  municipalities: list('MunicipalityList', municipalitySummarySchema),
  municipality: item('MunicipalityItem', municipalitySchema),
};

export const profileMatchSchema = named(
  'ProfileMatch',
  'How a product meets the requirements of a profile.',
  z.strictObject({
    product: productRefSchema,
    supplier: z.strictObject({ id: z.string(), name: z.string() }),
    publication: z.int().positive(),
    isFit: z.boolean().describe('Whether every absolute requirement is met.'),
    met: count,
    mustMet: count,
    requirements: z
      .record(
        z.string(),
        z.strictObject({
          fit: z.enum(fits),
          level: levelSchema.nullable(),
          rung: rungSchema.nullable(),
          plannedOn: day.nullable(),
        }),
      )
      .describe('By interface.'),
  }),
);

/** A requirement profile against the products; its table has columns of its own. */
export const profileAnswer = named(
  'Profile',
  'The products of a requirement profile, best first.',
  z.strictObject({
    on: day.describe('As of the end of this day, or of now where it is today or later.'),
    requirements: z.array(
      z.strictObject({
        interface: z.string(),
        name: textSchema,
        level: z.enum(requiredLevels),
        importance: z.enum(importances),
        rung: rungSchema.nullable(),
        label: z.string(),
      }),
    ),
    fitting: count,
    relaxations: z
      .array(z.strictObject({ interface: z.string(), more: count, products: z.array(z.string()) }))
      .describe('Absolute requirements without which more products would fit, best first, and those products.'),
    forecast: z
      .strictObject({
        fitting: count.describe('Products that fit today.'),
        expected: z.number().describe('And with the weights of those that may come.'),
        coming: z.array(
          z.strictObject({
            product: productRefSchema,
            weight: z.number().describe('The weights of its dates multiplied.'),
            due: z.array(z.strictObject({ interface: z.string(), ...weightSchema })),
          }),
        ),
      })
      .optional()
      .describe('What is to be expected, where `on` is a coming day.'),
    data: z.array(profileMatchSchema),
    next: z.null(),
    licence: licenceSchema,
  }),
);

/** What proves a publication; no table. */
export const ledgerAnswers = {
  declaration: signedDeclarationSchema,
  ledger: ledgerSchema,
  heads: list('LedgerHeadList', ledgerHeadSchema),
  consistency: item(
    'LedgerConsistency',
    z.strictObject({
      from: z.int().positive(),
      to: z.int().positive(),
      proof: z
        .array(hash)
        .describe('A consistency proof (RFC 9162, 2.1.4) from the tree of `from` entries to that of the head.'),
      head: z.strictObject({ jws: z.string().describe('The present head, which has `to` entries.') }),
    }),
  ),
  entries: list('LedgerEntryList', z.strictObject({ entry: ledgerEntrySchema, leaf: hash, signature })),
};
