import type { Database } from '~/db/client';
import { publishDecision } from '~/db/publication';
import { about, type GivenProduct, insertDecidedProduct, insertSmallCatalogue, level } from './decided-product';

/** Three published products of two suppliers, as the tests of lists and pages know them. */
export const market: GivenProduct[] = [
  {
    name: 'Ældreomsorg',
    supplier: { name: 'Omsorg A/S', cvr: '12345678', website: 'https://example.org' },
    type: 'fagsystem',
    kle: ['27.36'],
    kitosUuid: '3f2b0d4e-1c3a-4f5b-8d6e-7a8b9c0d1e2f',
    answers: [
      { questionId: 'gen-version', value: '4.2' },
      level('SF1500', 'in_production', { evidence: [{ url: 'https://example.org/doc' }] }),
      about('SF1500', 'if-municipalities', ['0101', '0851'], { type: 'municipality_list' }),
      about('SF1500', 'if-since', '2025-03-01', { type: 'date' }),
      level('SF1470', 'planned'),
      about('SF1470', 'if-planned-date', '2027-06-01', { type: 'date' }),
    ],
    decidedAt: new Date('2026-10-01T10:00:00Z'),
  },
  {
    name: 'Aktindsigt 100 %',
    supplier: { name: 'Ålborg Data ApS', cvr: '87654321' },
    type: 'esdh',
    kle: ['85.02', '28'],
    answers: [
      level('SF1470', 'ready', { evidence: [{ type: 'agreement', validTo: '2026-01-01' }] }),
      level('SF1500', 'not_relevant', { verdict: 'accepted-with-remark', remark: 'Begrundelsen holder.' }),
    ],
    municipality: '0851',
    decidedAt: new Date('2026-11-01T10:00:00Z'),
  },
  {
    name: 'Zebra',
    supplier: { name: 'Omsorg A/S', cvr: '12345678', website: 'https://example.org' },
    type: 'selvbetjening',
    kle: ['28.09'],
    answers: [level('SF1501', 'via_other')],
    municipality: '0751',
    decidedAt: new Date('2025-10-15T10:00:00Z'),
  },
];

/** The day on which the market is looked at. */
export const marketDay = '2026-11-24';

export async function insertMarket(db: Database): Promise<void> {
  await insertSmallCatalogue(db);
  await publishMarket(db);
}

/** The same where there is a catalogue already. */
export async function publishMarket(db: Database): Promise<void> {
  for (const given of market) {
    const { decisionId } = await insertDecidedProduct(db, given);
    if (!decisionId) throw new Error('Every product of the market is decided.');
    await db.transaction((tx) => publishDecision(tx, { decisionId, now: given.decidedAt ?? new Date() }));
  }
}

/** What must leave no trace: a draft under review, a rejected and a withdrawn product, unapproved answers in them. */
export async function insertSecrets(db: Database): Promise<void> {
  const answers = [
    level('SF1500', 'in_production', { evidence: [{ url: 'https://example.org/secret' }] }),
    about('SF1500', 'if-municipalities', ['0751'], { type: 'municipality_list' }),
    { questionId: 'gen-version', value: 'secret-version' },
  ];
  const supplier = { name: 'Secret Supplier', cvr: '11223344' };
  await insertDecidedProduct(db, { name: 'Secret draft', supplier, answers, outcome: null });
  await insertDecidedProduct(db, { name: 'Secret rejected', supplier, answers, outcome: 'rejected' });
  await insertDecidedProduct(db, { name: 'Secret withdrawn', supplier, answers, outcome: null, state: 'withdrawn' });
  await insertDecidedProduct(db, {
    name: 'Secret of Omsorg',
    supplier: { name: 'Omsorg A/S', cvr: '12345678', website: 'https://example.org' },
    answers,
    outcome: null,
  });
}
