import { answerHistoryTexts } from '~/app/i18n/answer-history';
import { disputeTexts } from '~/app/i18n/disputes';
import { useFormat } from '~/app/i18n/format';
import { useText } from '~/app/i18n/language';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { PublicDispute } from '~/db/published/disputes';
import type { Text } from '~/workflows/words';
import { DisputedTag, Tag } from '..';
import { Lines } from '../answer-value';

/** A dispute with the question that it is about. */
export type ShownDispute = PublicDispute & { question: Text };

/** By an answer's key: whether it is disputed, and how to disagree. */
export interface AnswerDisputes {
  slug: string;
  /** The keys of the answers that are disputed now. */
  keys: readonly string[];
  /** Whether there is an earlier publication, and so a history of each answer to lead to. */
  hasHistory: boolean;
}

/** What stands below an answer: the mark where it is disputed, and the way to disagree. */
export function DisputeLine({
  about,
  question,
  disputes,
}: {
  about: string;
  question: string;
  disputes: AnswerDisputes;
}) {
  const t = useTexts(disputeTexts);
  const history = useTexts(answerHistoryTexts);
  const to = usePaths();
  return (
    <p className="sd-answer-dispute">
      {disputes.keys.includes(about) && (
        <>
          <DisputedTag /> <a href="#disputes">{t('toDispute')}</a>{' '}
        </>
      )}
      {disputes.hasHistory && (
        <>
          <a href={to.answerHistory(disputes.slug, about)} rel="nofollow">
            {history('link')}
            <span className="sr-only"> {t('aboutAnswer', { question })}</span>
          </a>{' '}
        </>
      )}
      <a href={to.dispute(disputes.slug, { question: about })} rel="nofollow">
        {t('reportOne')}
        <span className="sr-only"> {t('aboutAnswer', { question })}</span>
      </a>
    </p>
  );
}

/** Both sides' words, and how to object. */
export function Disputes({ slug, disputes }: { slug: string; disputes: readonly ShownDispute[] }) {
  const t = useTexts(disputeTexts);
  const to = usePaths();
  return (
    <section aria-labelledby="disputes">
      <h2 id="disputes">{t('heading')}</h2>
      {disputes.map((dispute) => (
        <OneDispute key={`${dispute.questionKey} ${dispute.openedAt.toISOString()}`} dispute={dispute} />
      ))}
      <p>
        {t('reportText')}{' '}
        <a href={to.dispute(slug)} rel="nofollow">
          {t('reportAny')}
        </a>
      </p>
    </section>
  );
}

/** Both sides' words in one dispute. */
export function OneDispute({ dispute }: { dispute: ShownDispute }) {
  const t = useTexts(disputeTexts);
  const text = useText();
  const format = useFormat();
  const { question, openedAt, resolvedAt, publicationNumber, statedBy, statement, reply, outcome } = dispute;
  return (
    <article className="sd-dispute">
      <h3>{text(question)}</h3>
      <p>
        {resolvedAt ? <Tag>{t('ended', { date: format.date(resolvedAt) })}</Tag> : <DisputedTag />}{' '}
        {!resolvedAt && t('stands', { date: format.date(openedAt) })} ·{' '}
        {t('aboutPublication', { number: String(publicationNumber) })}
      </p>
      <Words heading={t('stated', { who: statedBy })} text={statement} />
      {reply === null ? (
        <p>{resolvedAt ? t('neverReplied') : t('noReply')}</p>
      ) : (
        <Words heading={t('replied')} text={reply} />
      )}
      {outcome !== null && <Words heading={t('outcome')} text={outcome} />}
    </article>
  );
}

function Words({ heading, text }: { heading: string; text: string }) {
  return (
    <>
      <h4>{heading}</h4>
      <blockquote>
        <Lines text={text} />
      </blockquote>
    </>
  );
}
