import type { AnswerNames } from '~/app/answer-words';
import { notFound } from '~/app/auth/actor.server';
import type { PortalContext } from '~/app/context.server';
import { type ReviewedSection, readCaseSection } from '~/db/cases/read';
import { listInterfaces, listKleGroups, listMunicipalities } from '~/db/catalogue';
import type { Text } from '~/workflows/words';
import { type Reading, requireReading } from './reviewed-case.server';

export interface SectionView extends Omit<Reading, 'actor'> {
  page: ReviewedSection;
  names: AnswerNames;
  /** Names of the interfaces that the section's answers are about, by id. */
  interfaceNames: Record<string, Text>;
}

/** One section of a case for its reviewer. @throws as requireReading, and 404 when the case has no such section */
export async function loadSectionView(
  request: Request,
  context: PortalContext,
  { caseId, sectionId }: { caseId: string | undefined; sectionId: string | undefined },
): Promise<SectionView> {
  const { actor, ...reading } = await requireReading(request, context, caseId);
  const place = { caseId: reading.reviewed.id, sectionId: sectionId ?? '' };
  const page = await readCaseSection(context.db, { actor, now: context.now() }, place);
  if (!page) throw notFound();
  return { ...reading, page, ...(await loadNames(context)) };
}

async function loadNames({ db }: PortalContext): Promise<Pick<SectionView, 'names' | 'interfaceNames'>> {
  const municipalities = await listMunicipalities(db);
  const kle = await listKleGroups(db);
  const interfaces = await listInterfaces(db);
  return {
    names: {
      municipalities: Object.fromEntries(municipalities.map(({ code, name }) => [code, name])),
      kle: Object.fromEntries(kle.map(({ number, title }) => [number, title])),
    },
    interfaceNames: Object.fromEntries(interfaces.map(({ id, name }) => [id, name])),
  };
}
