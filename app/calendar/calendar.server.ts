import { calendarTexts } from '~/app/i18n/calendar';
import { translator } from '~/app/i18n/texts';
import { caseStateTexts } from '~/app/i18n/words';
import { paths } from '~/app/paths';
import type { CalendarOwner, PersonalDeadline } from '~/db/calendar-feeds';
import { writeCalendar } from '~/workflows/calendar';

/** A person's deadlines as a file that calendar programs read. @param publicUrl where the links lead */
export function calendarOf(
  { language }: CalendarOwner,
  deadlines: readonly PersonalDeadline[],
  { now, publicUrl }: { now: Date; publicUrl: string },
): string {
  const t = translator(calendarTexts, language);
  const states = translator(caseStateTexts, language);
  const to = paths(language);
  return writeCalendar({
    name: t('name'),
    language,
    madeAt: now,
    events: deadlines.map(({ caseId, caseNumber, declarationId, product, state, kind, at, side }) => ({
      uid: `${caseId}-${kind}@snitfladeklar`,
      at,
      summary: kind === 'due' ? t('due', { product, number: caseNumber }) : t('expiry', { product }),
      description: t('description', { number: caseNumber, state: states(state) }),
      url: `${publicUrl}${side === 'supplier' ? to.supplier.declaration(declarationId) : to.review.case(caseId)}`,
    })),
  });
}
