import { answerHistoryTexts } from '~/app/i18n/answer-history';
import { disputeTexts } from '~/app/i18n/disputes';
import { useFormat } from '~/app/i18n/format';
import { useText } from '~/app/i18n/language';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { PublicDispute } from '~/db/published/disputes';
import type { PublicAnswer } from '~/workflows/publication';
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

/** The id of an interface's name on a product's page, by which links about its answers are called. */
export function interfaceNameId(interfaceId: string): string {
  return `name-${interfaceId}`;
}

/**
 * What stands below an answer: the mark where it is disputed, its history and the way to disagree. The question has its
 * answer's key as id, so that both links are called by it without saying it once more.
 */
export function DisputeLine({
  answer: { key, interfaceId },
  disputes,
}: {
  answer: Pick<PublicAnswer, 'key' | 'interfaceId'>;
  disputes: AnswerDisputes;
}) {
  const t = useTexts(disputeTexts);
  const history = useTexts(answerHistoryTexts);
  const to = usePaths();
  const about = interfaceId === null ? key : `${key} ${interfaceNameId(interfaceId)}`;
  return (
    <p className="sd-answer-dispute">
      {disputes.keys.includes(key) && (
        <>
          <DisputedTag /> <a href="#disputes">{t('toDispute')}</a>{' '}
        </>
      )}
      {disputes.hasHistory && (
        <>
          <a
            id={`history-${key}`}
            aria-labelledby={`history-${key} ${about}`}
            href={to.answerHistory(disputes.slug, key)}
            rel="nofollow"
          >
            {history('link')}
          </a>{' '}
        </>
      )}
      <a
        id={`report-${key}`}
        aria-labelledby={`report-${key} ${about}`}
        href={to.dispute(disputes.slug, { question: key })}
        rel="nofollow"
      >
        {t('reportOne')}
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
