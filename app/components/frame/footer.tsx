import type { LicenceName } from '~/app/api/licence';
import { commonTexts } from '~/app/i18n/common';
import { letterPageTexts } from '~/app/i18n/letter';
import { useTexts } from '~/app/i18n/use-texts';
import { kept } from '~/app/kept-parts';
import { usePaths } from '~/app/paths';

export const Footer = kept(function Footer({ licence }: { licence?: LicenceName }) {
  const t = useTexts(commonTexts);
  const letter = useTexts(letterPageTexts);
  const to = usePaths();
  const links = [
    { label: t('about'), href: to.about() },
    { label: t('workflow'), href: to.workflow() },
    { label: letter('verifyFooter'), href: to.verify() },
    { label: t('statistics'), href: to.statistics() },
    { label: t('api'), href: to.openData() },
    { label: t('accessibility'), href: to.accessibility() },
    { label: t('cookies'), href: to.cookies() },
  ];
  return (
    <footer className="sd-footer">
      <div className="sd-container">
        <div className="sd-footer-about">
          <p className="sd-footer-name">{t('portalName')}</p>
          <p>{t('footerAbout')}</p>
        </div>
        <nav aria-label={t('footerNavigation')}>
          <ul>
            {links.map((link) => (
              <li key={link.href}>
                <a href={link.href}>{link.label}</a>
              </li>
            ))}
          </ul>
        </nav>
        <p className="sd-footer-licence">
          {licence && t(licence === 'CC0-1.0' ? 'licenceFree' : 'licenceNaming')} {t('codeLicence')}
        </p>
      </div>
    </footer>
  );
});
