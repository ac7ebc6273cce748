import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Acting } from '~/workflows/actor';
import { isLine } from '~/workflows/email-address';
import type { MailWish } from '~/workflows/mail-plan';
import { type MailTopic, mailTopics } from '~/workflows/mail-topics';
import { ok, type Result, refuse } from '~/workflows/refusal';
import type { Language, Role } from '~/workflows/words';
import type { Db } from './client';
import { appendLog } from './log';
import { getMailWish, saveMailWish } from './mail/wishes';
import { mailOptOuts, memberships, municipalities, people, suppliers } from './schema';
import { organisationKey } from './sessions';

export interface Account {
  name: string;
  email: string;
  language: Language;
  /** The topics that they want no mails about. */
  optedOut: MailTopic[];
  /** When they want their mails. */
  mailWish: MailWish;
  /** Where they have roles, by name; `key` as the session stores the choice. */
  organisations: { key: string; name: string | null; roles: Role[] }[];
}

/** What a person sees and sets of themselves. @throws when there is no such person */
export async function getAccount(db: Db, personId: string): Promise<Account> {
  const [person] = await db.select().from(people).where(eq(people.id, personId));
  if (!person) throw new Error(`There is no person ${personId}.`);
  const optedOut = await db
    .select({ topic: mailOptOuts.topic })
    .from(mailOptOuts)
    .where(and(eq(mailOptOuts.personId, personId), eq(mailOptOuts.isOff, true)));
  const held = await db
    .select({
      role: memberships.role,
      supplierId: memberships.supplierId,
      municipalityCode: memberships.municipalityCode,
      name: sql<string | null>`coalesce(${suppliers.name}, ${municipalities.name})`,
    })
    .from(memberships)
    .leftJoin(suppliers, eq(suppliers.id, memberships.supplierId))
    .leftJoin(municipalities, eq(municipalities.code, memberships.municipalityCode))
    .where(and(eq(memberships.personId, personId), isNull(memberships.endedAt)))
    .orderBy(asc(memberships.createdAt), asc(memberships.id));
  const organisations = new Map<string, Account['organisations'][number]>();
  for (const row of held) {
    const key = organisationKey(row);
    const known = organisations.get(key) ?? { key, name: row.name, roles: [] };
    known.roles.push(row.role);
    organisations.set(key, known);
  }
  const { name, email, language } = person;
  return {
    name,
    email,
    language,
    optedOut: optedOut.map(({ topic }) => topic),
    mailWish: await getMailWish(db, personId),
    organisations: [...organisations.values()],
  };
}

/** Whether single keys do something for somebody on the pages that know some. */
export async function usesShortcuts(db: Db, personId: string): Promise<boolean> {
  const [row] = await db.select({ isOn: people.usesShortcuts }).from(people).where(eq(people.id, personId));
  return row?.isOn ?? true;
}

/** Turns one's own shortcuts on or off, on every page and in every browser (WCAG 2.1.4). A habit, not an event: not logged. */
export async function switchShortcuts(db: Db, { actor }: Acting, isOn: boolean): Promise<void> {
  await db.update(people).set({ usesShortcuts: isOn }).where(eq(people.id, actor.personId));
}

export const nameLimit = 200;

/**
 * Changes one's own name, language and wishes for mail.
 * @param input.wanted the topics to get mails about
 * @param input.mailWish when to get them
 */
export function changeAccount(
  db: Db,
  acting: Acting,
  input: { name: string; language: Language; wanted: readonly MailTopic[]; mailWish: MailWish },
): Promise<Result<null, 'name-not-valid'>> {
  return db.transaction(async (tx) => {
    const { personId } = acting.actor;
    const name = input.name.trim();
    if (!isLine(name, nameLimit)) return refuse('name-not-valid');
    const [before] = await tx.select().from(people).where(eq(people.id, personId)).for('update');
    await tx.update(people).set({ name, language: input.language }).where(eq(people.id, personId));
    for (const topic of mailTopics) {
      const isOff = !input.wanted.includes(topic);
      await tx
        .insert(mailOptOuts)
        .values({ personId, topic, isOff })
        .onConflictDoUpdate({ target: [mailOptOuts.personId, mailOptOuts.topic], set: { isOff } });
    }
    await saveMailWish(tx, personId, input.mailWish);
    await appendLog(tx, acting, {
      action: 'person.change',
      subject: { type: 'person', id: personId },
      details: {
        isRenamed: before?.name !== name,
        language: input.language,
        mailWish: input.mailWish,
        optedOut: mailTopics.filter((topic) => !input.wanted.includes(topic)),
      },
    });
    return ok(null);
  });
}
