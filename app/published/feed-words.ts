import { feedEventTexts } from '~/app/i18n/feeds';
import { translator } from '~/app/i18n/texts';
import type { PublicEvent } from '~/db/published/events';
import type { Language } from '~/workflows/words';

/** What happened, in a line. */
export function headingOf({ event, publication, name }: PublicEvent, language: Language): string {
  const kind = event === 'published' && publication > 1 ? 'changed' : event;
  return translator(feedEventTexts, language)(kind, { product: name });
}
