import { Definition, PageHeading, RungTag, SupportLevelTag } from '~/app/components';
import { aboutTexts } from '~/app/i18n/about';
import { commonTexts } from '~/app/i18n/common';
import { translator } from '~/app/i18n/texts';
import { RichText, useTexts } from '~/app/i18n/use-texts';
import { rungExplanations, supportLevelExplanations } from '~/app/i18n/words';
import { page } from '~/app/page';
import { apiPaths, cataloguePaths, usePaths } from '~/app/paths';
import { rungs, supportLevels } from '~/workflows/words';

export const handle = page({
  title: ({ language }) => translator(commonTexts, language)('about'),
  description: ({ language }) => translator(aboutTexts, language)('lead'),
});

/** What the portal is, how an answer comes about and what the words mean. */
export default function About() {
  const t = useTexts(aboutTexts);
  const common = useTexts(commonTexts);
  const to = usePaths();
  const level = useTexts(supportLevelExplanations);
  const rung = useTexts(rungExplanations);
  return (
    <>
      <PageHeading lead={t('lead')}>{common('about')}</PageHeading>
      <h2>{t('whyHeading')}</h2>
      <p>{t('why')}</p>
      <h2>{t('howHeading')}</h2>
      <ol className="sd-process">
        <li>
          <h3>{t('declareTitle')}</h3>
          <p>{t('declare')}</p>
        </li>
        <li>
          <h3>{t('reviewTitle')}</h3>
          <p>{t('review')}</p>
        </li>
        <li>
          <h3>{t('publishTitle')}</h3>
          <p>{t('publish')}</p>
        </li>
      </ol>
      <p>
        <a href={to.workflow()}>{common('workflow')}</a>
      </p>
      <h2 id="support">{t('levelsHeading')}</h2>
      <p>{t('levelsIntro')}</p>
      <Definition
        compact
        items={supportLevels.map((each) => ({
          id: each,
          term: <SupportLevelTag level={each} />,
          description: level(each),
        }))}
      />
      <h2 id="ladder">{t('ladderHeading')}</h2>
      <p>{t('ladderIntro')}</p>
      <Definition
        compact
        items={rungs.map((each) => ({ id: each, term: <RungTag rung={each} />, description: rung(each) }))}
      />
      <h2>{t('dataHeading')}</h2>
      <p>
        <RichText
          text={aboutTexts.data}
          values={{
            api: <a href={apiPaths.openapi()}>{t('apiLink')}</a>,
            catalogue: <a href={cataloguePaths.turtle()}>{t('catalogueLink')}</a>,
          }}
        />
      </p>
    </>
  );
}
