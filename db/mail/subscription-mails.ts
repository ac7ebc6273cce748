import { randomUUID } from 'node:crypto';
import { and, asc, eq, gt, gte, isNotNull, isNull, lt, notExists, or, sql } from 'drizzle-orm';
import { copenhagenDay } from '~/workflows/day';
import { type KnownIds, readProductQuery } from '~/workflows/product-query';
import type { Language } from '~/workflows/words';
import { hourOf } from '~/workflows/working-days';
import { listInterfaceGroups, listInterfaces, listKleGroups, listMunicipalities } from '../catalogue';
import type { Database, Db, Transaction } from '../client';
import { listEvents, type PublicEvent } from '../published/events';
import { listSunsetNews, type SetSunset } from '../published/sunsets';
import { interfaceSunsets, mails, outbox, searchSubscriptions } from '../schema';
import {
  deleteUnconfirmed,
  findLastIndex,
  type Subscription,
  secretOfSubscription,
  subscriptionMail,
} from '../search-subscriptions';
import type { Letter, Preparing } from './prepare';

/** From this hour in Copenhagen, the day's news is sent. */
export const newsHour = 7;
/** As many happenings as one mail is made of; a search that has more of them is read on its page. */
const mostEvents = 100;

/** What a subscriber is told. @param query of the list's address */
export type SubscriptionNews =
  | { about: 'confirm'; query: string }
  /** @param events latest first */
  | { about: 'news'; query: string; events: readonly PublicEvent[]; sunsets: readonly SetSunset[] };

export type ComposeSubscription = (news: SubscriptionNews, language: Language) => Letter;

export interface MailingSubscriptions extends Pick<Preparing, 'now' | 'delivery' | 'onError'> {
  compose: ComposeSubscription;
  isStopping?: () => boolean;
}

/**
 * Asks new subscribers to confirm, deletes those who did not, and once a day mails the news of each search; no mail
 * where there is none. Each subscription is one transaction under its lock, so several processes may do it at once.
 * @returns how many mails were made
 */
export async function mailSubscriptions(db: Database, mailing: MailingSubscriptions): Promise<number> {
  const { now, isStopping = () => false } = mailing;
  await deleteUnconfirmed(db, now);
  let made = 0;
  while (!isStopping() && (await askNext(db, mailing))) made += 1;
  if (hourOf(now) < newsHour) return made;
  await passOverTheQuiet(db, now);
  for (;;) {
    const next = isStopping() ? undefined : await tellNext(db, mailing);
    if (next === undefined) return made;
    made += next;
  }
}

/** @returns false: nobody is left to ask */
function askNext(db: Database, mailing: MailingSubscriptions): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(searchSubscriptions)
      .where(and(isNull(searchSubscriptions.confirmedAt), isNull(searchSubscriptions.askedAt)))
      .orderBy(asc(searchSubscriptions.createdAt))
      .limit(1)
      .for('update', { skipLocked: true });
    if (!row) return false;
    await writeMail(tx, row, { about: 'confirm', query: row.query }, mailing);
    await update(tx, row.id, { askedAt: mailing.now });
    return true;
  });
}

const isConfirmed = and(isNotNull(searchSubscriptions.confirmedAt), isNull(searchSubscriptions.endedAt));
const isDue = (now: Date) =>
  and(isConfirmed, or(isNull(searchSubscriptions.checkedOn), lt(searchSubscriptions.checkedOn, copenhagenDay(now))));

/** Until when a subscriber knows what was set for versions of interfaces. */
const toldTo = sql`coalesce(${searchSubscriptions.sunsetsTo}, ${searchSubscriptions.confirmedAt})`;

/** On a day without anything new in the ledger no search has to be asked. */
async function passOverTheQuiet(db: Database, now: Date): Promise<void> {
  await db
    .update(searchSubscriptions)
    .set({ checkedOn: copenhagenDay(now) })
    .where(
      and(
        isDue(now),
        gte(searchSubscriptions.lastIndex, await findLastIndex(db)),
        notExists(db.select({ one: sql`1` }).from(interfaceSunsets).where(gt(interfaceSunsets.setAt, toldTo))),
      ),
    );
}

/** @returns how many mails were made; undefined: no subscription is due */
async function tellNext(db: Database, mailing: MailingSubscriptions): Promise<number | undefined> {
  const { now, onError } = mailing;
  let id: string | undefined;
  try {
    return await db.transaction(async (tx) => {
      const [row] = await tx
        .select()
        .from(searchSubscriptions)
        .where(isDue(now))
        .orderBy(asc(searchSubscriptions.id))
        .limit(1)
        .for('update', { skipLocked: true });
      if (!row) return undefined;
      id = row.id;
      const last = await findLastIndex(tx);
      const { events, sunsets } = await listNews(tx, row, last, now);
      const latest = sunsets[0]?.setAt;
      const checked = { checkedOn: copenhagenDay(now), lastIndex: last, ...(latest && { sunsetsTo: latest }) };
      const isNews = events.length + sunsets.length > 0;
      if (isNews) await writeMail(tx, row, { about: 'news', query: row.query, events, sunsets }, mailing);
      await update(tx, row.id, isNews ? { ...checked, lastSentAt: now } : checked);
      return isNews ? 1 : 0;
    });
  } catch (error) {
    if (id === undefined) throw error;
    onError(error, id);
    // Nothing is lost: tomorrow it is looked at again from where it was.
    await update(db, id, { checkedOn: copenhagenDay(now) });
    return 0;
  }
}

async function listNews(tx: Transaction, row: Subscription, last: number, now: Date) {
  const [interfaces, groups, kle, municipalities] = await Promise.all([
    listInterfaces(tx),
    listInterfaceGroups(tx),
    listKleGroups(tx),
    listMunicipalities(tx),
  ]);
  const known: KnownIds = {
    interfaces: new Set(interfaces.map(({ id }) => id)),
    groups: new Set(groups.map(({ id }) => id)),
    kle: new Set(kle.map(({ number }) => number)),
    municipalities: new Set(municipalities.map(({ code }) => code)),
  };
  const read = readProductQuery(new URLSearchParams(row.query), known);
  if (!read.ok) throw new Error(`The search has a filter that is not there any more: ${read.problem.parameter}.`);
  const asked = {
    today: copenhagenDay(now),
    catalogue: { interfaces, groups, kle },
    limit: mostEvents,
  };
  const events = await listEvents(tx, read.query.filters, asked);
  const since = row.sunsetsTo ?? row.confirmedAt ?? row.createdAt;
  const sunsets = (await listSunsetNews(tx)).filter(
    ({ interfaceId, setAt }) => setAt > since && read.query.filters.interface.includes(interfaceId),
  );
  return { events: events.filter(({ index }) => index > row.lastIndex && index <= last), sunsets };
}

async function writeMail(
  tx: Transaction,
  row: Subscription,
  news: SubscriptionNews,
  { now, delivery, compose }: MailingSubscriptions,
): Promise<void> {
  if (row.address === null) throw new Error('A subscription that has not ended has an address.');
  const outboxId = randomUUID();
  const payload = { subscriptionId: row.id, about: news.about };
  await tx.insert(outbox).values({ id: outboxId, kind: subscriptionMail, payload, createdAt: now, sentAt: now });
  await tx.insert(mails).values({
    id: randomUUID(),
    outboxId,
    address: row.address,
    language: row.language,
    ...compose(news, row.language),
    secretOf: secretOfSubscription(row.id),
    delivery,
    createdAt: now,
    nextAttemptAt: delivery === 'smtp' ? now : null,
  });
}

async function update(db: Db, id: string, change: Partial<Subscription>): Promise<void> {
  await db.update(searchSubscriptions).set(change).where(eq(searchSubscriptions.id, id));
}
