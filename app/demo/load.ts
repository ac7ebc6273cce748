import { composeLetter, translateLetter } from '~/app/letters/compose-letter';
import { renderLetterPdf } from '~/app/letters/letter-pdf.server';
import { listMunicipalities } from '~/db/catalogue';
import type { Database } from '~/db/client';
import { declareConflict } from '~/db/conflicts';
import type { FileStore } from '~/db/evidence';
import { sendLetters } from '~/db/letters';
import { setSunset } from '~/db/lifecycle';
import { settleNotices } from '~/db/mail/prepare';
import { listProducts } from '~/db/products';
import { listQuestionnaireDrafts, publishDraft } from '~/db/questionnaire-drafts';
import { listSuppliers } from '~/db/suppliers';
import type { Actor } from '~/workflows/actor';
import { addDays, copenhagenDay } from '~/workflows/working-days';
import { attestUse } from './attesting';
import { calibrate } from './calibrating';
import { auditor, coordinator, everyReviewer, type Place, reviewers } from './cast';
import { Clock } from './clock';
import { disagree } from './disagreeing';
import { fictionalCvr } from './fictional-cvr';
import { type Bench, type Desk, type Life, newLife } from './life';
import { market } from './market';
import { must } from './must';
import { ensureActor, ensureDemoPeople, ensureSupplier, staffOf } from './people';
import { live } from './perform';
import { addRule } from './routing';
import { playInOrder, type Story } from './timeline';

export interface DemoTarget {
  db: Database;
  /** Where the few uploaded files go. */
  storage: FileStore;
  /** The moment that all days are counted back from; asked once. */
  now: () => Date;
  /** Where letters can be checked. */
  publicUrl: string;
  say: (text: string) => void;
}

/** When the portal's people and suppliers came: before the first declaration. */
const openedDaysAgo = 460;

/** When the newer version of the questionnaire came. */
const publishedDaysAgo = 34;

/** Mails about what happened since so many days are in the inbox page; older ones would have been sent long ago. */
const freshDays = 14;

/**
 * Makes the demo data: fictional suppliers whose products are in every state of a case, by the commands that people
 * use, in the order of time, over the past 14 months. The same moment gives the same data, but for the ids that commands
 * draw at random.
 * @returns how many suppliers and products there are now; undefined when the demo data is there already
 */
export async function loadDemo(target: DemoTarget): Promise<{ suppliers: number; products: number } | undefined> {
  const now = target.now();
  const startedAt = performance.now();
  if (await isLoaded(target.db)) return undefined;
  const desk = await openDesk(target, now);
  const lives = await openLives(desk);
  await playInOrder([
    publishDrafts(desk),
    attestUse(desk),
    endOldSignIn(desk),
    addRule(desk),
    ...lives.map((life) => live(desk, life)),
    ...disagree(desk, lives),
    calibrate(desk),
  ]);
  await sendPastLetters(target);
  await settleNotices(target.db, new Date(now.getTime() - freshDays * 86_400_000));
  const made = { suppliers: market.length, products: lives.length };
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  target.say(`Demo: ${made.suppliers} fictional suppliers with ${made.products} products (${seconds} s).`);
  return made;
}

/** The newer version of the questionnaire came when many had declared with the older one. */
async function* publishDrafts({ db, now, coordinator }: Desk): Story {
  const at = new Clock(now, 'publishing').at(publishedDaysAgo);
  yield at;
  for (const draft of await listQuestionnaireDrafts(db)) {
    must(await publishDraft(db, { actor: coordinator, now: at }, draft), `version ${draft.version}`);
  }
}

/** An old version of signing in is to go out of use, so that there is somebody who is ready and somebody who is not. */
async function* endOldSignIn({ db, now, coordinator }: Desk): Story {
  const at = new Clock(now, 'sunset').at(30);
  yield at;
  const sunset = {
    interfaceId: 'SF1511',
    label: 'OIOSAML 2',
    sunsetOn: addDays(copenhagenDay(now), 220),
    successor: null,
  };
  must(await setSunset(db, { actor: coordinator, now: at }, sunset), 'the end of OIOSAML 2');
}

/** Letters of the past left on the day of their decision. */
async function sendPastLetters({ db, publicUrl }: DemoTarget): Promise<void> {
  await sendLetters(db, {
    compose: (facts, at) => composeLetter(facts, at, publicUrl),
    translate: (facts, at) => translateLetter(facts, at, publicUrl),
    render: renderLetterPdf,
    datedAt: ({ createdAt }) => createdAt,
    onError: (error) => {
      throw error;
    },
  });
}

/** What a load would make; undefined when the demo data is there already. Nothing is written. */
export async function planDemo(db: Database): Promise<{ suppliers: number; products: number } | undefined> {
  if (await isLoaded(db)) return undefined;
  return { suppliers: market.length, products: market.flatMap(({ products }) => products).length };
}

/** When demo data that is loaded at a moment begins: content that is published then is older than what rests on it. */
export function demoBegins(now: Date): Date {
  return new Clock(now, 'opening').at(openedDaysAgo + 1);
}

/** Whether an earlier load was interrupted, so that there is less than all of it. */
export async function isDemoCutShort(db: Database): Promise<boolean> {
  if (!(await isLoaded(db))) return false;
  const listed = new Set(market.map(({ name }) => fictionalCvr(name)));
  const companies = (await listSuppliers(db)).filter(({ cvr }) => listed.has(cvr));
  const made = await Promise.all(companies.map(({ id }) => listProducts(db, id)));
  return made.flat().length < market.flatMap(({ products }) => products).length;
}

/** Demo people may be there without the rest; suppliers whom no sign-in belongs to are not. */
async function isLoaded(db: Database): Promise<boolean> {
  const known = new Set((await listSuppliers(db)).map(({ cvr }) => cvr));
  return market.some(({ name, subjects }) => !subjects && known.has(fictionalCvr(name)));
}

async function openDesk({ db, storage }: Pick<DemoTarget, 'db' | 'storage'>, now: Date): Promise<Desk> {
  const opened = new Clock(now, 'opening').at(openedDaysAgo);
  await ensureDemoPeople(db, opened);
  for (const character of [...everyReviewer, auditor]) await ensureActor(db, opened, character);
  const names = (await listMunicipalities(db)).map(
    ({ code, name }) => [code, name.replace(/ (Kommune|Regionskommune)$/, '')] as const,
  );
  const bench = (place: Place): Promise<Bench> => openBench(db, opened, place);
  return {
    db,
    storage,
    now,
    municipalityNames: new Map(names),
    coordinator: await ensureActor(db, opened, coordinator),
    benches: { a: await bench('a'), b: await bench('b'), c: await bench('c') },
  };
}

async function openBench(db: Database, opened: Date, place: Place): Promise<Bench> {
  const { leads, reviewers: rest } = reviewers[place];
  const actor = (of: (typeof leads)[number] | (typeof rest)[number]): Promise<Actor> => ensureActor(db, opened, of);
  return {
    leads: [await actor(leads[0]), await actor(leads[1])],
    reviewers: [await actor(rest[0]), await actor(rest[1])],
  };
}

async function openLives({ db, now, benches }: Desk): Promise<Life[]> {
  const lives: Life[] = [];
  const clock = new Clock(now, 'arrival');
  for (const [index, supplier] of market.entries()) {
    const arrived = clock.at(openedDaysAgo - 2 - index);
    await ensureSupplier(db, arrived, supplier);
    const staff = staffOf(supplier);
    const editor = await ensureActor(db, arrived, staff.editor);
    const signatory = await ensureActor(db, arrived, staff.signatory);
    for (const product of supplier.products) {
      lives.push(newLife({ supplier, product, editor, signatory, clock: new Clock(now, product.name) }));
    }
    for (const { place, reason } of supplier.conflicts ?? []) {
      const [actor] = benches[place].reviewers;
      const { supplierId } = editor;
      if (supplierId) must(await declareConflict(db, { actor, now: clock.soon() }, { supplierId, reason }));
    }
  }
  return lives;
}
