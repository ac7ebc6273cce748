import {
  Alert,
  Button,
  ButtonGroup,
  Details,
  EmptyState,
  ErrorSummary,
  PageHeading,
  Tag,
  TextArea,
} from '~/app/components';
import { Lines } from '~/app/components/answer-value';
import { useFormat } from '~/app/i18n/format';
import { hearingTexts, hearingWorkTexts } from '~/app/i18n/hearings';
import { useLanguage, useText } from '~/app/i18n/language';
import { useRefusal } from '~/app/i18n/refusals';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import { costInWords } from '~/app/renewal-words';
import { hearingLimits } from '~/workflows/hearing';
import type { Refusal } from '~/workflows/refusal';
import type { CommentGroup, HearingView } from './hearing-view.server';

interface RefusedAnswer {
  refusal: Refusal;
  typed: Record<string, string>;
}

interface HearingPageProps {
  view: HearingView;
  mayAnswer: boolean;
  /** The act that was just done. */
  done: string | null;
  refused: RefusedAnswer | undefined;
}

/** Where a comment has been dealt with meanwhile, its form is gone. */
function fieldOf({ refusal, typed }: RefusedAnswer): string | null {
  return refusal.code === 'comment-answer' ? `answer-${typed.comment}` : null;
}

const doneTexts: Readonly<Record<string, 'doneOpened' | 'doneAnswered' | 'doneClosed' | 'doneEnded'>> = {
  opened: 'doneOpened',
  answered: 'doneAnswered',
  closed: 'doneClosed',
  end: 'doneEnded',
};

/** What was written in a hearing, by question, with what the version costs; answered or closed one by one. */
export function HearingPage({ view, mayAnswer, done, refused }: HearingPageProps) {
  const t = useTexts(hearingWorkTexts);
  const heard = useTexts(hearingTexts);
  const text = useText();
  const language = useLanguage();
  const format = useFormat();
  const sentence = useRefusal();
  const to = usePaths();
  const { hearing, cost, groups, waiting, isEnded } = view;
  const { id, slug, version, title, closesOn, isOpen } = hearing;
  const date = format.date(closesOn);
  return (
    <>
      {refused && <ErrorSummary errors={[{ field: fieldOf(refused), message: sentence(refused.refusal) }]} />}
      {done !== null && !refused && <Alert kind="success" heading={t(doneTexts[done] ?? 'done')} role="status" />}
      <PageHeading caption={text(title)} lead={t(isOpen ? 'running' : 'over', { date })}>
        {t('title', { version })}
      </PageHeading>
      {!isEnded && (
        <p>
          <a href={to.questionnaire(slug, { version })}>{heard('newsLink', { version })}</a> ·{' '}
          {t('waiting', { count: waiting })}
        </p>
      )}
      {cost && (
        <section aria-labelledby="impact">
          <h2 id="impact">{t('impact')}</h2>
          <p>{costInWords(cost, language)}</p>
        </section>
      )}
      <section aria-labelledby="comments">
        <h2 id="comments">{t('commentsHeading')}</h2>
        {groups.length === 0 && <EmptyState heading={t('none')} level={3} />}
        {groups.map((group) => (
          <Group
            key={group.questionId ?? ''}
            id={id}
            group={group}
            mayAnswer={mayAnswer}
            typed={refused?.typed ?? {}}
          />
        ))}
      </section>
      {mayAnswer && !isEnded && (
        <section aria-labelledby="end">
          <h2 id="end">{t('end')}</h2>
          <p>{t('endText')}</p>
          <form method="post" action={to.admin.hearing(id)}>
            <Button name="act" value="end" kind="warning">
              {t('end')}
            </Button>
          </form>
        </section>
      )}
    </>
  );
}

interface GroupProps {
  id: string;
  group: CommentGroup;
  mayAnswer: boolean;
  typed: Readonly<Record<string, string>>;
}

function Group({ id, group: { questionId, question, answers, comments }, mayAnswer, typed }: GroupProps) {
  const t = useTexts(hearingWorkTexts);
  const heard = useTexts(hearingTexts);
  const text = useText();
  const format = useFormat();
  const heading = `question-${questionId ?? 'whole'}`;
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading}>{question ? text(question) : heard('whole')}</h3>
      {questionId && <p className="sd-muted">{t('answersNow', { count: answers })}</p>}
      {comments.map((comment) => (
        <article key={comment.id} className="sd-dispute" aria-labelledby={`comment-${comment.id}`}>
          <h4 id={`comment-${comment.id}`}>
            {t('from', { organisation: comment.organisation, date: format.date(comment.createdAt) })}{' '}
            {comment.state === 'received' && <Tag tone="warning">{t('waits')}</Tag>}
          </h4>
          <Lines text={comment.body} />
          <p className="sd-muted">
            {comment.name} · {comment.email}
          </p>
          {comment.state === 'answered' && comment.answeredAt && (
            <>
              <p>
                <strong>{t('answered', { date: format.date(comment.answeredAt) })}</strong>
              </p>
              <Lines text={comment.answer ?? ''} />
            </>
          )}
          {comment.state === 'closed' && (
            <p>
              <strong>{t('closed')}</strong>
            </p>
          )}
          {mayAnswer && comment.state === 'received' && (
            <Answer id={id} comment={comment} typed={typed.comment === comment.id ? typed.answer : undefined} />
          )}
          {comment.state !== 'received' && typed.comment === comment.id && typed.answer && (
            <Details summary={t('whatYouWrote')} open>
              <Lines text={typed.answer} />
            </Details>
          )}
        </article>
      ))}
    </section>
  );
}

interface AnswerProps {
  id: string;
  comment: CommentGroup['comments'][number];
  typed: string | undefined;
}

function Answer({ id, comment, typed }: AnswerProps) {
  const t = useTexts(hearingWorkTexts);
  const to = usePaths();
  return (
    <form method="post" action={to.admin.hearing(id)} className="sd-event-form">
      <input type="hidden" name="comment" value={comment.id} />
      <input type="hidden" name="version" value={comment.version} />
      <TextArea
        name="answer"
        id={`answer-${comment.id}`}
        label={t('answer')}
        hint={t('answerHint')}
        limit={hearingLimits.answer}
        defaultValue={typed}
      />
      <ButtonGroup>
        <Button name="act" value="answered">
          {t('send')}
        </Button>
        <Button name="act" value="closed" kind="secondary">
          {t('close')}
        </Button>
      </ButtonGroup>
    </form>
  );
}
