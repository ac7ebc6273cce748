import { Tag, Time } from '~/app/components';
import { reviewTexts } from '~/app/i18n/review';
import { useTexts } from '~/app/i18n/use-texts';
import { deadlineState } from '~/workflows/review/dates';
import { copenhagenDay } from '~/workflows/working-days';

/** A deadline, with a word where it is near or has passed. @param today yyyy-mm-dd in Copenhagen */
export function Due({ at, today, short }: { at: Date; today: string; short?: boolean }) {
  const t = useTexts(reviewTexts);
  const state = deadlineState(copenhagenDay(at), today);
  return (
    <>
      <Time value={at} only={short ? 'short-date' : 'date'} />{' '}
      {state !== null && (
        <Tag tone={state === 'passed' ? 'error' : 'warning'}>{t(state === 'passed' ? 'overdue' : 'dueSoon')}</Tag>
      )}
    </>
  );
}
