import { useTexts } from '~/app/i18n/use-texts';
import { verifyDeclarationTexts } from '~/app/i18n/verify-declaration';
import { apiPaths, usePaths } from '~/app/paths';

/** Where a product's signed declaration is fetched, and how it is checked. */
export function SignedDeclaration({ slug }: { slug: string }) {
  const t = useTexts(verifyDeclarationTexts);
  const to = usePaths();
  return (
    <section aria-labelledby="signed" className="sd-no-print">
      <h2 id="signed">{t('sectionTitle')}</h2>
      <p>{t('sectionLead')}</p>
      <ul className="nobullet-list">
        <li>
          <a href={apiPaths.declaration(slug)} download={`${slug}.json`} type="application/json">
            {t('download')}
          </a>
        </li>
        <li>
          <a href={to.verifyDeclaration()}>{t('howToVerify')}</a>
        </li>
      </ul>
    </section>
  );
}
