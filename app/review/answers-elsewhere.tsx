import { type AnswerNames, answerInWords } from '~/app/answer-words';
import { Details } from '~/app/components';
import { Lines } from '~/app/components/answer-value';
import { useFormat } from '~/app/i18n/format';
import { judgingTexts } from '~/app/i18n/judging';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { PublishedElsewhere } from '~/db/published/same-question';

/** How other suppliers answered the same question, folded: what the public can read, and nothing more. */
export function AnswersElsewhere({ found, names }: { found: readonly PublishedElsewhere[]; names: AnswerNames }) {
  const t = useTexts(judgingTexts);
  const to = usePaths();
  const format = useFormat();
  if (found.length === 0) return null;
  return (
    <Details summary={t('elsewhere', { count: found.length })}>
      <p className="sd-muted">{t('elsewhereIntro')}</p>
      <ul className="nobullet-list sd-elsewhere">
        {found.map(({ productSlug, product, supplier, answer }) => (
          <li key={productSlug}>
            <a href={to.product(productSlug)}>{product}</a>
            <span className="sd-muted"> {t('elsewhereLine', { supplier, date: format.date(answer.approvedOn) })}</span>
            <div>{answerInWords(answer, answer.value, t.language, names).join('; ')}</div>
            {answer.justification && (
              <div className="sd-muted">
                <Lines text={answer.justification} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </Details>
  );
}
