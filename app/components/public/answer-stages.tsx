import type { AnswerNames } from '~/app/answer-words';
import { answerHistoryTexts } from '~/app/i18n/answer-history';
import { useFormat } from '~/app/i18n/format';
import { useText } from '~/app/i18n/language';
import { publishedTexts } from '~/app/i18n/published';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { AnswerHistory } from '~/app/published/answer-history.server';
import type { AnswerStep } from '~/workflows/publication-changes';
import { RungTag, SupportLevelTag, Tag } from '..';
import { AnswerDiff, TextChange } from './answer-changes';
import { AnswerList } from './answer-list';

interface AnswerStagesProps {
  /** Latest first. */
  stages: AnswerHistory['stages'];
  slug: string;
  names: AnswerNames;
}

type Stage = AnswerHistory['stages'][number];

const tones = { new: 'info', changed: 'info', gone: 'warning', same: undefined } as const satisfies Record<
  AnswerStep,
  'info' | 'warning' | undefined
>;

/** What each publication said in one answer, and how that differs from the one before. */
export function AnswerStages({ stages, slug, names }: AnswerStagesProps) {
  const t = useTexts(answerHistoryTexts);
  const published = useTexts(publishedTexts);
  const format = useFormat();
  const to = usePaths();
  return (
    <section aria-labelledby="stages">
      <h2 id="stages">{t('stages')}</h2>
      {stages.map((stage) => (
        <article key={stage.number} className="sd-answer-change">
          <h3 className="h5">
            <a href={to.publication(slug, stage.number)}>
              {t('stage', { number: String(stage.number), date: format.date(stage.publishedOn) })}
            </a>{' '}
            <Tag tone={tones[stage.step]}>{t(`step_${stage.step}`)}</Tag>
          </h3>
          <p className="sd-muted">
            {stage.endedOn === null || stage.endedBecause === null
              ? published('historyCurrent')
              : `${published('historyEnded', { date: format.date(stage.endedOn) })}, ${published(`ended_${stage.endedBecause}`)}`}
          </p>
          {stage.support && (
            <p>
              <SupportLevelTag level={stage.support.level} plannedFor={stage.support.plannedOn} />{' '}
              <RungTag rung={stage.support.rung} municipalities={stage.support.attestedBy} />
            </p>
          )}
          <Said stage={stage} names={names} />
        </article>
      ))}
    </section>
  );
}

/** The whole answer where it is told first, what is another where it changed, and who approved it each time. */
function Said({ stage: { step, number, answer, before, publishedOn }, names }: { stage: Stage; names: AnswerNames }) {
  const t = useTexts(answerHistoryTexts);
  const published = useTexts(publishedTexts);
  const text = useText();
  const format = useFormat();
  if (answer === null) return <p>{t('goneText')}</p>;
  if (step === 'new') return <AnswerList answers={[answer]} names={names} today={publishedOn} />;
  const isReworded = before !== null && text(before.text) !== text(answer.text);
  return (
    <>
      {before === null ? (
        <p>{t('sameText', { number: String(number - 1) })}</p>
      ) : (
        <AnswerDiff before={before} after={answer} names={names} />
      )}
      {isReworded && (
        <dl>
          <dt>{t('reworded')}</dt>
          <dd>
            <TextChange before={text(before.text)} after={text(answer.text)} />
          </dd>
        </dl>
      )}
      <p className="sd-answer-approval">
        {published('approvedOnBy', {
          date: format.date(answer.approvedOn),
          municipality: names.municipalities[answer.approvedBy] ?? answer.approvedBy,
        })}
      </p>
    </>
  );
}
