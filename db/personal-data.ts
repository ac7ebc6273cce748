import { asc, eq, or, sql } from 'drizzle-orm';
import type { Db } from './client';
import {
  competences,
  conflictsOfInterest,
  identities,
  invitations,
  log,
  mailOptOuts,
  mails,
  mailWishes,
  memberships,
  people,
  sectionAssignments,
  sessions,
  stewards,
  threadMessages,
} from './schema';

/**
 * Everything that the portal holds about a person, for themselves (the right of access, article 15 GDPR). What stands
 * in it about others is left out: of a mail its subject, of an invitation they accepted not who sent it.
 * @throws when there is no such person
 */
export async function readPersonalData(db: Db, personId: string) {
  const [person] = await db.select().from(people).where(eq(people.id, personId));
  if (!person) throw new Error(`There is no person ${personId}.`);
  const { id, name, email, language, createdAt, endedAt } = person;
  return {
    person: { id, name, email, language, createdAt, endedAt },
    signInMethods: await db
      .select({ provider: identities.provider, subject: identities.subject, since: identities.createdAt })
      .from(identities)
      .where(eq(identities.personId, personId)),
    roles: await db
      .select({
        role: memberships.role,
        supplierId: memberships.supplierId,
        municipalityCode: memberships.municipalityCode,
        since: memberships.createdAt,
        endedAt: memberships.endedAt,
      })
      .from(memberships)
      .where(eq(memberships.personId, personId))
      .orderBy(asc(memberships.createdAt)),
    competences: await db
      .select({
        municipalityCode: competences.municipalityCode,
        sectionIds: competences.sectionIds,
        since: competences.changedAt,
      })
      .from(competences)
      .where(eq(competences.personId, personId)),
    sessions: await db
      .select({ since: sessions.createdAt, seenAt: sessions.seenAt, endedAt: sessions.endedAt })
      .from(sessions)
      .where(eq(sessions.personId, personId))
      .orderBy(asc(sessions.createdAt)),
    mailsNotWanted: await db
      .select({ topic: mailOptOuts.topic })
      .from(mailOptOuts)
      .where(sql`${mailOptOuts.personId} = ${personId} and ${mailOptOuts.isOff}`),
    mailWishes: await db
      .select({ gathers: mailWishes.gathers, keepsQuiet: mailWishes.keepsQuiet })
      .from(mailWishes)
      .where(eq(mailWishes.personId, personId)),
    mails: await db
      .select({ to: mails.address, subject: mails.subject, createdAt: mails.createdAt, sentAt: mails.sentAt })
      .from(mails)
      .where(or(eq(mails.personId, personId), sql`lower(${mails.address}) = lower(${email})`))
      .orderBy(asc(mails.createdAt)),
    invitations: await db
      .select({
        supplierId: invitations.supplierId,
        role: invitations.role,
        createdAt: invitations.createdAt,
        acceptedAt: invitations.acceptedAt,
        withdrawnAt: invitations.withdrawnAt,
      })
      .from(invitations)
      .where(sql`lower(${invitations.email}) = lower(${email})`)
      .orderBy(asc(invitations.createdAt)),
    productsLookedAfter: await db
      .select({ productId: stewards.productId, since: stewards.createdAt, endedAt: stewards.endedAt })
      .from(stewards)
      .where(eq(stewards.personId, personId))
      .orderBy(asc(stewards.createdAt)),
    sectionsHandedOver: await db
      .select({
        declarationId: sectionAssignments.declarationId,
        sectionId: sectionAssignments.sectionId,
        isMine: sql<boolean>`${sectionAssignments.assigneeId} = ${personId}`,
        message: sectionAssignments.message,
        since: sectionAssignments.createdAt,
        endedAt: sectionAssignments.endedAt,
      })
      .from(sectionAssignments)
      .where(or(eq(sectionAssignments.assigneeId, personId), eq(sectionAssignments.assignedBy, personId)))
      .orderBy(asc(sectionAssignments.createdAt)),
    messages: await db
      .select({
        threadId: threadMessages.threadId,
        text: threadMessages.text,
        organisation: threadMessages.organisation,
        writtenAt: threadMessages.writtenAt,
      })
      .from(threadMessages)
      .where(eq(threadMessages.personId, personId))
      .orderBy(asc(threadMessages.writtenAt)),
    conflictsOfInterest: await db
      .select({
        supplierId: conflictsOfInterest.supplierId,
        reason: conflictsOfInterest.reason,
        declaredAt: conflictsOfInterest.declaredAt,
        endedAt: conflictsOfInterest.endedAt,
      })
      .from(conflictsOfInterest)
      .where(eq(conflictsOfInterest.personId, personId)),
    done: await db
      .select({
        number: log.number,
        at: log.at,
        organisation: log.organisation,
        action: log.action,
        subjectType: log.subjectType,
        subjectId: log.subjectId,
      })
      .from(log)
      .where(eq(log.personId, personId))
      .orderBy(asc(log.number)),
  };
}
