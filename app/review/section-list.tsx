import { Button, Tag, type Tone } from '~/app/components';
import { useFormat } from '~/app/i18n/format';
import { useText } from '~/app/i18n/language';
import { useRefusal } from '~/app/i18n/refusals';
import { eventTexts, reviewTexts, sectionStateTexts } from '~/app/i18n/review';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { ReviewedCase } from '~/db/cases/read';
import type { SectionLease } from '~/db/cases/take-over';
import type { Competence } from '~/workflows/review/competence';
import type { CaseEventType, SectionState } from '~/workflows/words';
import { KnownTag } from './known-tag';
import { LeaseActions, LeaseLine } from './section-lease';

type Section = ReviewedCase['sections'][number];

const tones: Readonly<Record<SectionState, Tone>> = { waiting: 'accent', claimed: 'info', assessed: 'success' };

/** The sections as a task list: how far each is, who has it, and the buttons of whoever may use them. */
export function SectionList({
  reviewed,
  leases,
  competence,
  canReview,
}: {
  reviewed: ReviewedCase;
  leases: readonly SectionLease[];
  /** The sections that the reader knows; empty: no limit. */
  competence: Competence;
  canReview: boolean;
}) {
  return (
    <ul className="sd-tasks sd-review-tasks">
      {reviewed.sections.map((section) => (
        <SectionItem
          key={section.id}
          section={section}
          reviewed={reviewed}
          lease={leases.find(({ sectionId }) => sectionId === section.id)}
          isKnown={competence.includes(section.id)}
          canReview={canReview}
        />
      ))}
    </ul>
  );
}

interface SectionItemProps {
  section: Section;
  reviewed: ReviewedCase;
  lease: SectionLease | undefined;
  isKnown: boolean;
  canReview: boolean;
}

function SectionItem({ section, reviewed, lease, isKnown, canReview }: SectionItemProps) {
  const t = useTexts(reviewTexts);
  const states = useTexts(sectionStateTexts);
  const text = useText();
  const to = usePaths();
  const statusId = `section-${section.id}-state`;
  return (
    <li className="sd-task" id={`section-${section.id}`}>
      <div className="sd-task-text">
        <a href={to.review.section(reviewed.id, section.id)} aria-describedby={statusId}>
          {text(section.title)}
        </a>{' '}
        {isKnown && <KnownTag />}
        <div className="sd-task-hint">
          <AnswerCounts section={section} />
          {section.reviewer && section.state !== 'waiting' && (
            <div>{section.isMine ? t('sectionYours') : t('sectionReviewer', { name: section.reviewer.name })}</div>
          )}
          {lease && !section.isMine && <LeaseLine lease={lease} />}
        </div>
      </div>
      <div className="sd-task-actions">
        <SectionButtons section={section} reviewed={reviewed} />
        {lease && canReview && <LeaseActions section={section} lease={lease} reviewed={reviewed} />}
      </div>
      <div className="sd-task-state" id={statusId}>
        <Tag tone={tones[section.state]} icon={section.state === 'assessed' ? 'check' : undefined}>
          {section.isCarried && section.state === 'assessed' ? t('sectionCarried') : states(section.state)}
        </Tag>
      </div>
    </li>
  );
}

function AnswerCounts({ section }: { section: Section }) {
  const t = useTexts(reviewTexts);
  const format = useFormat();
  const { answers, moved, judged, notApproved, approvedEarlierAt } = section;
  const unchanged = answers - moved;
  const judgedOfMoved = Math.max(0, judged - unchanged);
  const parts = [
    moved === 0
      ? null
      : section.state === 'waiting' && judgedOfMoved === 0
        ? t('answersToJudge', { count: moved })
        : t('answersJudged', { judged: judgedOfMoved, count: moved }),
    unchanged === 0
      ? null
      : approvedEarlierAt
        ? t('answersUnchangedSince', { count: unchanged, date: format.date(approvedEarlierAt) })
        : t('answersUnchanged', { count: unchanged }),
    notApproved === 0 ? null : t('answersNotApproved', { count: notApproved }),
  ].filter((part) => part !== null);
  return <div>{format.list(parts)}</div>;
}

/** Buttons for what can be done with the section; what cannot is told where it concerns the reader's own work. */
function SectionButtons({ section, reviewed }: { section: Section; reviewed: ReviewedCase }) {
  const to = usePaths();
  const events = reviewed.events.filter(({ sectionId, event }) => sectionId === section.id && event !== 'assess');
  const possible = events.filter(({ allowed }) => allowed);
  if (possible.length === 0) return null;
  return (
    <form method="post" action={to.review.events(reviewed.id)}>
      <input type="hidden" name="version" value={reviewed.version} />
      <input type="hidden" name="sectionId" value={section.id} />
      {possible.map(({ event }) => (
        <SectionButton
          key={event}
          event={event}
          title={section.title}
          kind={event === 'claim' ? 'secondary' : 'link'}
        />
      ))}
    </form>
  );
}

export function SectionButton({
  event,
  title,
  kind = 'secondary',
}: {
  event: CaseEventType;
  title: Section['title'];
  kind?: 'primary' | 'secondary' | 'link';
}) {
  const t = useTexts(reviewTexts);
  const label = useTexts(eventTexts);
  const text = useText();
  return (
    <Button name="event" value={event} kind={kind} small>
      {label(event)}
      <span className="sr-only"> {t('actionsFor', { section: text(title) })}</span>
    </Button>
  );
}

/** Why nobody like the reader can claim anything here: one sentence instead of one per section. */
export function ClaimRefusal({ reviewed }: { reviewed: ReviewedCase }) {
  const sentence = useRefusal();
  const claims = reviewed.events.filter(({ event }) => event === 'claim');
  const refusal = claims.every(({ allowed }) => !allowed) ? claims[0]?.refusal : undefined;
  return refusal ? <p className="sd-muted">{sentence(refusal)}</p> : null;
}
