import { badgeTexts } from '~/app/i18n/badges';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';

interface BadgeCodesProps {
  product: { slug: string; name: string };
  publicUrl: string;
}

/** A product's badge as it looks now, and what to put on another page to show it there. */
export function BadgeCodes({ product, publicUrl }: BadgeCodesProps) {
  const t = useTexts(badgeTexts);
  const to = usePaths();
  const image = to.productBadge(product.slug, 'product.svg');
  const alt = t('alt', { product: product.name });
  const page = `${publicUrl}${to.product(product.slug)}`;
  const html = `<a href="${page}"><img src="${publicUrl}${image}" alt="${alt.replaceAll('"', '&quot;')}"></a>`;
  const markdown = `[![${alt.replaceAll(/[[\]]/g, '')}](${publicUrl}${image})](${page})`;
  return (
    <section aria-labelledby="badge" className="sd-no-print">
      <h2 id="badge">{t('heading')}</h2>
      <p>
        <img src={image} alt={alt} height={20} />
      </p>
      <p>{t('lead')}</p>
      <h3>{t('asHtml')}</h3>
      <pre className="sd-code">
        <code>{html}</code>
      </pre>
      <h3>{t('asMarkdown')}</h3>
      <pre className="sd-code">
        <code>{markdown}</code>
      </pre>
      <p>{t('perInterface')}</p>
    </section>
  );
}
