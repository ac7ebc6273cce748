import { afterEach, beforeEach, expect, test } from 'vitest';
import { remindOfAttestations } from '~/db/attestation-reminders';
import { attest, changeAttestation, listAttestable, listAttestations } from '~/db/attestations';
import { declareConflict } from '~/db/conflicts';
import { endPublication, rebuildPublished } from '~/db/publication';
import { listAttestedIn, listNamedAttestations } from '~/db/published/attestations';
import { countFacets } from '~/db/published/facets';
import { listSupporters } from '~/db/published/interfaces';
import { findMunicipalityView, listUseIn } from '~/db/published/municipalities';
import { listOffers } from '~/db/published/offers';
import { findPublishedProduct, listPublishedProducts } from '~/db/published/products';
import { getPublishedVersion } from '~/db/published/version';
import { attestations, log, outbox, publicAttestations } from '~/db/schema';
import type { Acting } from '~/workflows/actor';
import { noFilters } from '~/workflows/product-query';
import type { Result } from '~/workflows/refusal';
import { createTestDatabase, type TestDatabase } from '../database';
import { type DecidedProduct, insertSmallCatalogue, level } from '../factories/decided-product';
import { publishOn } from '../factories/publish';
import { getValue, makeReviewer, municipalityA, municipalityB } from '../factories/reviewed-case';
import { makeSupplierPerson } from '../factories/supplier-people';

const now = new Date('2026-11-24T12:00:00Z');
const today = '2026-11-24';
const evidence = [{ observedOn: '2026-11-01', validTo: null }];

let database: TestDatabase;
let product: DecidedProduct;
let reviewer: Acting;
let other: Acting;

beforeEach(async () => {
  database = await createTestDatabase();
  await insertSmallCatalogue(database.db);
  product = await publishOn(
    database.db,
    {
      name: 'Omsorg Plus',
      answers: [
        level('SF1500', 'in_production', { evidence }),
        level('SF1470', 'planned', { evidence }),
        level('SF1501', 'ready', { verdict: 'rejected' }),
      ],
      outcome: 'partially-approved',
    },
    now,
  );
  reviewer = { ...(await makeReviewer(database.db, 'reviewer', municipalityA)), now };
  other = { ...(await makeReviewer(database.db, 'municipal-admin', municipalityB)), now };
});
afterEach(() => database.drop());

const codeOf = async (result: Promise<Result<unknown>>) => {
  const found = await result;
  return found.ok ? 'ok' : found.refusal.code;
};
const give = (acting = reviewer, change: Partial<Parameters<typeof attest>[2]> = {}) =>
  attest(database.db, acting, {
    slug: product.productSlug,
    interfaceId: 'SF1500',
    sinceOn: '2024-05-01',
    isNamed: true,
    ...change,
  });
const own = async (acting = reviewer, day = today) =>
  listAttestations(database.db, acting.actor.municipalityCode ?? '', day);
async function changeOwn(change: Parameters<typeof changeAttestation>[2]['change'], acting = reviewer) {
  const [row] = await own(acting);
  if (!row) throw new Error('There is none.');
  return codeOf(changeAttestation(database.db, acting, { id: row.id, expectedVersion: row.version, change }));
}

/** The rung as each public read tells it. */
async function rungsOn(day: string) {
  const { db } = database;
  const filters = { ...noFilters, interface: ['SF1500'] };
  const inUse = { ...filters, rung: ['in-use' as const] };
  return {
    page: (await findPublishedProduct(db, product.productSlug, day))?.support[0]?.rung,
    list: (await listPublishedProducts(db, filters, { today: day })).products[0]?.support[0]?.rung,
    interface: (await listSupporters(db, 'SF1500', day))[0]?.rung,
    offer: (await listOffers(db, { interfaceIds: ['SF1500'], type: [], kle: [] }, day))[0]?.support.get('SF1500')?.rung,
    filter: (await listPublishedProducts(db, inUse, { today: day })).total === 1 ? 'in-use' : 'reviewed',
    facet: (await countFacets(db, filters, day)).rung[0]?.value,
  };
}
const everywhere = (rung: string) => ({
  page: rung,
  list: rung,
  interface: rung,
  offer: rung,
  filter: rung,
  facet: rung,
});

test('it lifts the rung in every public read for twelve months, and the rung falls by date alone', async () => {
  const before = await getPublishedVersion(database.db);
  expect(await rungsOn(today)).toEqual(everywhere('reviewed'));
  expect(await codeOf(give())).toBe('ok');
  expect(await getPublishedVersion(database.db)).toBeGreaterThan(before);
  expect(await rungsOn('2026-11-23')).toEqual(everywhere('reviewed'));
  expect(await rungsOn(today)).toEqual(everywhere('in-use'));
  expect(await rungsOn('2027-11-24')).toEqual(everywhere('in-use'));
  expect(await rungsOn('2027-11-25')).toEqual(everywhere('reviewed'));
});

test('everybody sees the count; a name and its day only by consent, which can be taken back', async () => {
  await give();
  await give(other, { isNamed: false });
  const [support] = (await findPublishedProduct(database.db, product.productSlug, today))?.support ?? [];
  expect(support?.attestedBy).toBe(2);
  const named = () => listNamedAttestations(database.db, product.productId, today);
  expect((await named()).map(({ municipalityCode }) => municipalityCode)).toEqual([municipalityA]);
  const attestedIn = (code: string) => listAttestedIn(database.db, code, today);
  expect([(await attestedIn(municipalityA)).length, await attestedIn(municipalityB)]).toEqual([1, []]);
  expect(JSON.stringify(await database.db.select().from(publicAttestations))).not.toContain(municipalityB);
  expect(await changeOwn('unname')).toBe('ok');
  expect(await named()).toEqual([]);
  expect(await changeOwn('name', other)).toBe('ok');
  expect((await named()).map(({ municipalityCode }) => municipalityCode)).toEqual([municipalityB]);
});

test('a municipality that attests under its name is found wherever use is, also where no supplier has named it', async () => {
  const found = async (day: string) => {
    const { db } = database;
    const filter = { ...noFilters, municipality: [municipalityA] };
    const { municipality } = await countFacets(db, noFilters, day);
    return {
      filter: (await listPublishedProducts(db, filter, { today: day })).total,
      facet: municipality.find(({ value }) => value === municipalityA)?.count ?? 0,
      list: (await findMunicipalityView(db, municipalityA, day))?.products,
      page: (await listUseIn(db, municipalityA, day)).filter(({ isAttested }) => isAttested).length,
    };
  };
  const everywhere = (count: number) => ({ filter: count, facet: count, list: count, page: count });
  expect(await found(today)).toEqual(everywhere(0));
  await give();
  expect(await found(today)).toEqual(everywhere(1));
  expect(await found('2027-11-25'), 'when it has run out').toEqual(everywhere(0));
  expect(await changeOwn('unname')).toBe('ok');
  expect(await found(today), 'without its name').toEqual(everywhere(0));
});

test('what is not public, only promised or not that day cannot be attested, nor by whom it does not concern', async () => {
  const signatory = await makeSupplierPerson(database.db, product.supplierId, 'signatory');
  const coordinator = await makeReviewer(database.db, 'coordinator', null);
  expect(await codeOf(give(signatory))).toBe('role-required');
  expect(await codeOf(give(coordinator))).toBe('role-required');
  expect(await codeOf(give(reviewer, { interfaceId: 'SF1470' }))).toBe('attestation-not-public');
  expect(await codeOf(give(reviewer, { interfaceId: 'SF1501' }))).toBe('not-found');
  expect(await codeOf(give(reviewer, { slug: 'hemmelig' }))).toBe('not-found');
  expect(await codeOf(give(reviewer, { sinceOn: '2026-11-25' }))).toBe('attestation-date-wrong');
  expect(await codeOf(give(reviewer, { sinceOn: 'i går' }))).toBe('attestation-date-wrong');
  const declared = { supplierId: product.supplierId, reason: 'Min søster arbejder der.' };
  expect(await codeOf(declareConflict(database.db, reviewer, declared))).toBe('ok');
  expect(await codeOf(give())).toBe('conflict-of-interest');
  expect(await database.db.$count(attestations)).toBe(0);
});

test('of colleagues who attest at once one does; renewals at once move it once', async () => {
  const colleague = { ...(await makeReviewer(database.db, 'lead-reviewer', municipalityA)), now };
  const given = await Promise.all([give(), give(colleague), give(), give(colleague)].map(codeOf));
  expect(given.sort()).toEqual([
    'attestation-given-already',
    'attestation-given-already',
    'attestation-given-already',
    'ok',
  ]);
  const renewed = await Promise.all([changeOwn('renew'), changeOwn('renew', colleague)]);
  expect(renewed.sort()).toEqual(['attestation-has-moved', 'ok']);
  expect(await database.db.$count(publicAttestations)).toBe(1);
  const actions = (await database.db.select({ action: log.action }).from(log)).map(({ action }) => action);
  expect(actions.filter((action) => action.startsWith('attestation.'))).toEqual([
    'attestation.give',
    'attestation.renew',
  ]);
});

test('a renewal goes on where the old one holds, and leaves the gap where it had run out', async () => {
  await give();
  const early = { ...reviewer, now: new Date('2027-10-01T12:00:00Z') };
  expect(await changeOwn('renew', early)).toBe('ok');
  expect(await rungsOn('2028-10-01')).toEqual(everywhere('in-use'));
  const late = { ...reviewer, now: new Date('2028-12-01T12:00:00Z') };
  expect(await changeOwn('renew', late)).toBe('ok');
  expect((await rungsOn('2028-11-15')).page).toBe('reviewed');
  expect((await rungsOn('2028-12-01')).page).toBe('in-use');
  expect(await own(late, '2028-12-01')).toHaveLength(1);
});

test('a withdrawn one leaves no public trace, and another municipality cannot touch it', async () => {
  await give();
  const [row] = await own();
  const foreign = { id: row?.id ?? '', expectedVersion: 1, change: 'withdraw' as const };
  expect(await codeOf(changeAttestation(database.db, other, foreign))).toBe('not-found');
  expect(await changeOwn('withdraw')).toBe('ok');
  expect(await database.db.$count(publicAttestations)).toBe(0);
  expect(await own()).toEqual([]);
  expect(await rungsOn(today)).toEqual(everywhere('reviewed'));
  expect(await codeOf(give())).toBe('ok');
});

test('a rebuild of the read model makes the same; nothing of it is read while the product is not public', async () => {
  await give();
  const before = await database.db.select().from(publicAttestations);
  await rebuildPublished(database.db);
  expect(await database.db.select().from(publicAttestations)).toEqual(before);
  const { declarationId } = product;
  await database.db.transaction((tx) => endPublication(tx, { declarationId, because: 'suspended', now }));
  expect(await listSupporters(database.db, 'SF1500', today)).toEqual([]);
  expect(await own()).toMatchObject([{ isPublic: false, state: 'valid' }]);
  expect(await changeOwn('renew')).toBe('attestation-not-public');
});

test('what can be attested is offered until it is, and again when it has run out', async () => {
  const offered = async (day: string) =>
    (await listAttestable(database.db, { municipalityCode: municipalityA, today: day, slug: product.productSlug })).map(
      ({ interfaceId }) => interfaceId,
    );
  expect(await offered(today)).toEqual(['SF1500']);
  await give();
  expect(await offered(today)).toEqual([]);
  expect(await offered('2027-11-25')).toEqual(['SF1500']);
});

test('its municipality is reminded at 30 and at 7 days, each once, and again only of the next end', async () => {
  const { id, validTo } = getValue(await give());
  const before = (days: number) => new Date(Date.parse(`${validTo}T11:00:00Z`) - days * 86_400_000);
  const notices = async () =>
    (await database.db.select().from(outbox))
      .map(({ payload }) => JSON.stringify(payload))
      .filter((payload) => payload.includes('attestation-ends'));
  await remindOfAttestations(database.db, before(31));
  expect(await notices()).toHaveLength(0);
  await Promise.all([1, 2, 3].map(() => remindOfAttestations(database.db, before(30))));
  const [first, ...more] = await notices();
  expect(more).toHaveLength(0);
  expect(first).toContain(reviewer.actor.personId);
  expect(first).not.toContain(other.actor.personId);
  await remindOfAttestations(database.db, before(7));
  expect(await notices()).toHaveLength(2);
  const renewed = { ...reviewer, now: before(6) };
  getValue(await changeAttestation(database.db, renewed, { id, expectedVersion: 1, change: 'renew' }));
  await remindOfAttestations(database.db, before(5));
  expect(await notices()).toHaveLength(2);
});
