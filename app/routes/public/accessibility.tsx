import { PageHeading } from '~/app/components';
import { aboutTexts } from '~/app/i18n/about';
import { commonTexts } from '~/app/i18n/common';
import { translator } from '~/app/i18n/texts';
import { RichText, useTexts } from '~/app/i18n/use-texts';
import { page } from '~/app/page';

export const handle = page({
  title: ({ language }) => translator(commonTexts, language)('accessibility'),
  description: ({ language }) => translator(aboutTexts, language)('accessibilityLead'),
  breadcrumbs: ({ paths, language }) => [{ label: translator(commonTexts, language)('about'), href: paths.about() }],
});

/** The authority that supervises web accessibility (lov om tilgængelighed af offentlige organers websteder). */
const authority = 'https://www.digst.dk/digital-inklusion/webtilgaengelighed/';

const done = [
  'accessibilityKeyboard',
  'accessibilityWords',
  'accessibilityZoom',
  'accessibilityModes',
  'accessibilityForms',
] as const;

export default function Accessibility() {
  const t = useTexts(aboutTexts);
  const common = useTexts(commonTexts);
  return (
    <>
      <PageHeading lead={t('accessibilityLead')}>{common('accessibility')}</PageHeading>
      <h2>{t('accessibilityDoneHeading')}</h2>
      <ul>
        {done.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
      <p>{t('accessibilityTested')}</p>
      <h2>{t('accessibilityKnownHeading')}</h2>
      <p>{t('accessibilityKnown')}</p>
      <h2>{t('accessibilityReportHeading')}</h2>
      <p>
        <RichText text={aboutTexts.accessibilityReport} values={{ authority: <a href={authority}>digst.dk</a> }} />
      </p>
    </>
  );
}
