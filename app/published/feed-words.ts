import { feedEventTexts } from '~/app/i18n/feeds';
import { formatDate } from '~/app/i18n/format';
import { lifecycleTexts } from '~/app/i18n/lifecycle';
import { translator } from '~/app/i18n/texts';
import type { PublicEvent } from '~/db/published/events';
import type { Sunset } from '~/workflows/lifecycle';
import type { Language } from '~/workflows/words';

/** What happened, in a line. */
export function headingOf({ event, publication, name }: PublicEvent, language: Language): string {
  const kind = event === 'published' && publication > 1 ? 'changed' : event;
  return translator(feedEventTexts, language)(kind, { product: name });
}

/** That a version of an interface goes out of use, or does not, in a line. */
export function sunsetHeading(
  { interfaceId, label, sunsetOn }: Pick<Sunset, 'interfaceId' | 'label' | 'sunsetOn'>,
  language: Language,
): string {
  const t = translator(lifecycleTexts, language);
  const of = { interface: interfaceId, version: label };
  return sunsetOn === null ? t('feedTakenBack', of) : t('feedSet', { ...of, date: formatDate(sunsetOn, language) });
}
