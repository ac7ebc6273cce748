import { Button } from '~/app/components';
import { absencesTexts } from '~/app/i18n/absences';
import { useFormat } from '~/app/i18n/format';
import { useText } from '~/app/i18n/language';
import { reviewTexts } from '~/app/i18n/review';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { ReviewedCase } from '~/db/cases/read';
import type { SectionLease } from '~/db/cases/take-over';

type Section = ReviewedCase['sections'][number];

/** How long a claimed section is still its reviewer's, for everybody else. */
export function LeaseLine({ lease }: { lease: SectionLease }) {
  const t = useTexts(absencesTexts);
  const format = useFormat();
  return <div>{lease.isAway ? t('awayToday') : t('leaseEnds', { date: format.date(lease.endsAt) })}</div>;
}

/** To take another's section over, or to hand one's own to somebody else. */
export function LeaseActions({
  section,
  lease,
  reviewed,
}: {
  section: Section;
  lease: SectionLease;
  reviewed: Pick<ReviewedCase, 'id' | 'version'>;
}) {
  const t = useTexts(absencesTexts);
  const words = useTexts(reviewTexts);
  const text = useText();
  const to = usePaths();
  const address = to.review.handOver(reviewed.id, section.id);
  const about = <span className="sr-only"> {words('actionsFor', { section: text(section.title) })}</span>;
  if (section.isMine) {
    return (
      <a href={address}>
        {t('handOver')}
        {about}
      </a>
    );
  }
  if (!lease.mayTakeOver) return null;
  return (
    <form method="post" action={address}>
      <input type="hidden" name="version" value={reviewed.version} />
      <Button name="act" value="take-over" kind="secondary" small>
        {t('takeOver')}
        {about}
      </Button>
    </form>
  );
}
