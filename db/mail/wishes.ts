import { eq, inArray } from 'drizzle-orm';
import { type MailWish, usualWish } from '~/workflows/mail-plan';
import type { Db } from '../client';
import { mailWishes } from '../schema';

/** How people want their mails; who is not in it has chosen nothing. */
export async function mailWishesOf(db: Db, personIds: readonly string[]): Promise<Map<string, MailWish>> {
  if (personIds.length === 0) return new Map();
  const rows = await db
    .select()
    .from(mailWishes)
    .where(inArray(mailWishes.personId, [...personIds]));
  return new Map(rows.map(({ personId, ...wish }) => [personId, wish]));
}

export async function getMailWish(db: Db, personId: string): Promise<MailWish> {
  const [row] = await db
    .select({ gathers: mailWishes.gathers, keepsQuiet: mailWishes.keepsQuiet })
    .from(mailWishes)
    .where(eq(mailWishes.personId, personId));
  return row ?? usualWish;
}

/** Writes what somebody chose; part of a command, which logs it. */
export async function saveMailWish(tx: Db, personId: string, wish: MailWish): Promise<void> {
  await tx
    .insert(mailWishes)
    .values({ personId, ...wish })
    .onConflictDoUpdate({ target: mailWishes.personId, set: wish });
}
