import { publishedTexts } from '~/app/i18n/published';
import { useTexts } from '~/app/i18n/use-texts';
import { rungExplanations, supportLevelExplanations } from '~/app/i18n/words';
import { rungs, supportLevels } from '~/workflows/words';
import { Definition, Details, RungTag, SupportLevelTag } from '..';

/** What the levels and the ladder's steps mean, folded. */
export function LadderLegend() {
  const t = useTexts(publishedTexts);
  const levels = useTexts(supportLevelExplanations);
  const steps = useTexts(rungExplanations);
  return (
    <Details summary={t('legend')} folded>
      <p>{t('legendText')}</p>
      <Definition
        items={supportLevels.map((level) => ({
          id: level,
          term: <SupportLevelTag level={level} />,
          description: levels(level),
        }))}
      />
      <p>
        <strong>{t('ladderHeading')}</strong>
      </p>
      <Definition
        items={rungs.map((rung) => ({ id: rung, term: <RungTag rung={rung} />, description: steps(rung) }))}
      />
    </Details>
  );
}
