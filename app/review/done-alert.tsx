import { useSearchParams } from '@remix-run/react';
import { Alert } from '~/app/components';
import { judgingTexts } from '~/app/i18n/judging';
import { letterPageTexts } from '~/app/i18n/letter';
import { happenedTexts, reviewTexts } from '~/app/i18n/review';
import { useTexts } from '~/app/i18n/use-texts';

const own = {
  saved: 'doneSaved',
  demand: 'doneDemand',
  dropped: 'doneDropped',
  claimed: 'doneClaimed',
  confirming: 'doneConfirming',
  conflict: 'doneConflict',
  'conflict-ended': 'doneConflictEnded',
  'handed-over': 'doneHandedOver',
  'taken-over': 'doneTakenOver',
  'view-saved': 'doneViewSaved',
  'view-removed': 'doneViewRemoved',
} as const;

/** After a redirect: `?done=` names what was done, and nothing but known names is shown. */
export function DoneAlert() {
  const t = useTexts(reviewTexts);
  const happened = useTexts(happenedTexts);
  const judging = useTexts(judgingTexts);
  const letter = useTexts(letterPageTexts);
  const [search] = useSearchParams();
  const done = search.get('done');
  if (done === null) return null;
  if (done === 'undone') return <Alert kind="success" heading={letter('undone')} role="status" />;
  if (done === 'rest') return <Alert kind="success" heading={judging('restDone')} role="status" />;
  const text = isKeyOf(own, done) ? t(own[done]) : isKeyOf(happenedTexts, done) ? `${happened(done)}.` : null;
  return text && <Alert kind="success" heading={text} role="status" />;
}

function isKeyOf<T extends object>(object: T, key: string): key is keyof T & string {
  return Object.hasOwn(object, key);
}
