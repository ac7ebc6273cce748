import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { type Actor, hasRole } from '~/workflows/actor';
import { canManage } from '~/workflows/people-rights';
import { ok, type Result, refuse } from '~/workflows/refusal';
import type { Competence } from '~/workflows/review/competence';
import type { Text } from '~/workflows/words';
import type { Db } from './client';
import { mainQuestionnaire } from './declarations';
import { appendLog } from './log';
import type { PeopleActing } from './people';
import { findLatestQuestionnaire } from './questionnaires';
import { competences, memberships, municipalities, people } from './schema';

/** What somebody knows in one of the municipalities that they review for. */
export interface HeldCompetence {
  municipalityCode: string;
  municipality: string;
  sectionIds: string[];
}

export type CompetenceRefusal = 'role-required' | 'person-unknown' | 'membership-unknown' | 'sections-unknown';

/** What the actor knows where they act; nobody but reviewers has a limit. */
export async function readCompetence(db: Db, actor: Actor): Promise<Competence> {
  const { personId, municipalityCode } = actor;
  if (municipalityCode === null || !hasRole(actor, 'reviewer', 'lead-reviewer')) return [];
  const here = and(eq(competences.personId, personId), eq(competences.municipalityCode, municipalityCode));
  const [row] = await db.select({ sectionIds: competences.sectionIds }).from(competences).where(here);
  return row?.sectionIds ?? [];
}

/** Where somebody reviews, with what they know there, by municipality. */
export async function listCompetences(db: Db, personId: string): Promise<HeldCompetence[]> {
  const rows = await db
    .selectDistinct({
      municipalityCode: municipalities.code,
      municipality: municipalities.name,
      sectionIds: competences.sectionIds,
    })
    .from(memberships)
    .innerJoin(municipalities, eq(municipalities.code, memberships.municipalityCode))
    .leftJoin(
      competences,
      and(
        eq(competences.personId, memberships.personId),
        eq(competences.municipalityCode, memberships.municipalityCode),
      ),
    )
    .where(reviewsAs(personId))
    .orderBy(asc(municipalities.name));
  return rows.map(({ sectionIds, ...row }) => ({ ...row, sectionIds: sectionIds ?? [] }));
}

/** The same as far as the actor sees it, who may see the person: an administrator their own municipality only. */
export async function listCompetencesFor(
  db: Db,
  actor: Actor,
  personId: string,
): Promise<(HeldCompetence & { canSet: boolean })[]> {
  const held = await listCompetences(db, personId);
  const { municipalityCode: own } = actor;
  const seesAll = hasRole(actor, 'coordinator', 'auditor');
  const seen = held.filter(({ municipalityCode }) => seesAll || municipalityCode === own);
  return seen.map((each) => ({ ...each, canSet: canManage(actor, { ...each, supplierId: null }) }));
}

/** The sections that can be known: those of the questionnaire in force. */
export async function listKnowableSections(db: Db): Promise<{ id: string; title: Text }[]> {
  const latest = await findLatestQuestionnaire(db, mainQuestionnaire);
  return (latest?.definition.sections ?? []).map(({ id, title }) => ({ id, title }));
}

/**
 * Says what somebody knows in one municipality that they review for; nothing chosen takes the limit away. It narrows what
 * the inbox shows them first, and bars them from nothing.
 * @param acting null actor: an operator, by the command line
 */
export function setCompetence(
  db: Db,
  acting: PeopleActing,
  { personId, municipalityCode, sectionIds }: { personId: string; municipalityCode: string; sectionIds: Competence },
): Promise<Result<null, CompetenceRefusal>> {
  return db.transaction(async (tx) => {
    const { actor, now } = acting;
    if (actor !== null && !canManage(actor, { supplierId: null, municipalityCode })) return refuse('role-required');
    const open = and(eq(people.id, personId), isNull(people.endedAt));
    const [person] = await tx.select({ id: people.id }).from(people).where(open).for('update');
    if (!person) return refuse('person-unknown');
    const held = (await listCompetences(tx, personId)).find((each) => each.municipalityCode === municipalityCode);
    if (!held) return refuse('membership-unknown');
    const known = (await listKnowableSections(tx)).map(({ id }) => id);
    if (sectionIds.some((id) => !known.includes(id))) return refuse('sections-unknown');
    const chosen = known.filter((id) => sectionIds.includes(id));
    // Saved without a change: nothing happened that the log could tell.
    if (chosen.join() === held.sectionIds.join()) return ok(null);
    const change = { sectionIds: chosen, changedAt: now };
    await tx
      .insert(competences)
      .values({ personId, municipalityCode, ...change })
      .onConflictDoUpdate({ target: [competences.personId, competences.municipalityCode], set: change });
    await appendLog(tx, acting, {
      action: 'person.competence.set',
      subject: { type: 'person', id: personId },
      details: { municipalityCode, sectionIds: chosen, before: held.sectionIds },
    });
    return ok(null);
  });
}

const reviewsAs = (personId: string) =>
  and(
    eq(memberships.personId, personId),
    inArray(memberships.role, ['reviewer', 'lead-reviewer']),
    isNull(memberships.endedAt),
  );
