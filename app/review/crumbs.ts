import type { Crumb } from '~/app/components/breadcrumbs';
import { reviewTexts } from '~/app/i18n/review';
import { translator } from '~/app/i18n/texts';
import type { Paths } from '~/app/paths';
import type { Language } from '~/workflows/words';

/** The way to a page about a case. @param reviewed for the pages below the case's own */
export function reviewCrumbs(
  { paths, language }: { paths: Paths; language: Language },
  reviewed?: { id: string; product: { name: string } },
): Crumb[] {
  const inbox = { label: translator(reviewTexts, language)('inboxTitle'), href: paths.review.inbox() };
  return reviewed ? [inbox, { label: reviewed.product.name, href: paths.review.case(reviewed.id) }] : [inbox];
}
