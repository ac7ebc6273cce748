import { redirect } from '@remix-run/node';
import type { AnswerNames } from '~/app/answer-words';
import { notFound } from '~/app/auth/actor.server';
import type { PortalContext } from '~/app/context.server';
import { languageOf } from '~/app/i18n/language';
import { paths } from '~/app/paths';
import { usesShortcuts } from '~/db/account';
import { findOpenCalibration } from '~/db/calibration';
import { listCannedReasons } from '~/db/canned-reasons';
import { type ReviewedSection, readCaseSection } from '~/db/cases/read';
import { measureMinutesPerVerdict } from '~/db/cases/review-time';
import { listInterfaces, listKleGroups, listMunicipalities } from '~/db/catalogue';
import { listPublishedElsewhere, type PublishedElsewhere } from '~/db/published/same-question';
import { listThreads } from '~/db/threads';
import type { ThreadView } from '~/workflows/thread';
import type { Text } from '~/workflows/words';
import { type Reading, requireReading } from './reviewed-case.server';
import type { PickableReason } from './verdict-fields';

export interface SectionView extends Omit<Reading, 'actor'> {
  page: ReviewedSection;
  names: AnswerNames;
  /** Names of the interfaces that the section's answers are about, by id. */
  interfaceNames: Record<string, Text>;
  /** What can be picked as a reason. */
  reasons: PickableReason[];
  /** How products of other suppliers answered the same questions, by question key; published answers only. */
  elsewhere: Record<string, PublishedElsewhere[]>;
  /** What was said about each question, by its key. */
  threads: Record<string, ThreadView[]>;
  /** Minutes that a verdict takes, measured from the log; null: too few were given. */
  minutesPerVerdict: number | null;
  /** Whether single keys do something, as the reader chose. */
  usesShortcuts: boolean;
}

/** One section of a case for its reviewer. @throws as requireReading, and 404 when the case has no such section */
export async function loadSectionView(
  request: Request,
  context: PortalContext,
  { caseId, sectionId }: { caseId: string | undefined; sectionId: string | undefined },
): Promise<SectionView> {
  const { actor, ...reading } = await requireReading(request, context, caseId);
  const place = { caseId: reading.reviewed.id, sectionId: sectionId ?? '' };
  // Who is in the middle of a blind review of the section does not see what the first reviewer said.
  const blind = await findOpenCalibration(context.db, actor, place);
  if (blind) throw redirect(paths(languageOf(request)).review.calibration(blind));
  const page = await readCaseSection(context.db, { actor, now: context.now() }, place);
  if (!page) throw notFound();
  const elsewhere = await listPublishedElsewhere(context.db, {
    keys: page.answers.map(({ answer }) => answer.key),
    supplierCvr: reading.reviewed.supplier.cvr,
  });
  const hasCarried = page.answers.some(({ isMoved }) => !isMoved);
  return {
    ...reading,
    page,
    reasons: (await listCannedReasons(context.db)).map(({ id, kind, title, text }) => ({ id, kind, title, text })),
    elsewhere: Object.fromEntries(elsewhere),
    threads: await listThreads(context.db, { caseId: reading.reviewed.id, reader: 'review' }),
    minutesPerVerdict: hasCarried ? await measureMinutesPerVerdict(context.db, context.now()) : null,
    usesShortcuts: await usesShortcuts(context.db, actor.personId),
    ...(await loadNames(context)),
  };
}

export async function loadNames({ db }: PortalContext): Promise<Pick<SectionView, 'names' | 'interfaceNames'>> {
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
