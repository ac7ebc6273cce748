import { escapeHtml } from '~/app/escape-html';
import { badgeTexts } from '~/app/i18n/badges';
import { useLanguage } from '~/app/i18n/language';
import { useTexts } from '~/app/i18n/use-texts';
import { type Paths, paths } from '~/app/paths';

interface Codes {
  /** What the badge is of. */
  name: string;
  /** Paths of this portal. */
  page: string;
  image: string;
  /** What names it to the web component. */
  attribute: string;
  publicUrl: string;
  lead: string;
  hint?: string;
}

/** A badge shows the present, and leads there, also where it is offered on the page of a past day. */
function usePresentPaths(): Paths {
  return paths(useLanguage());
}

/** A product's badge as it looks now, and what to put on another page to show it there. */
export function ProductBadgeCodes({
  product,
  publicUrl,
}: {
  product: { slug: string; name: string };
  publicUrl: string;
}) {
  const t = useTexts(badgeTexts);
  const to = usePresentPaths();
  return (
    <BadgeCodes
      name={product.name}
      page={to.product(product.slug)}
      image={to.productBadge(product.slug, 'product.svg')}
      attribute={`product="${product.slug}"`}
      publicUrl={publicUrl}
      lead={t('lead')}
      hint={t('perInterface')}
    />
  );
}

/** The same of an interface: how many products are ready for it. */
export function InterfaceBadgeCodes({ id, name, publicUrl }: { id: string; name: string; publicUrl: string }) {
  const t = useTexts(badgeTexts);
  const to = usePresentPaths();
  return (
    <BadgeCodes
      name={name}
      page={to.interface(id)}
      image={to.interfaceBadge(id, 'interface.svg')}
      attribute={`interface="${id}"`}
      publicUrl={publicUrl}
      lead={t('leadInterface')}
    />
  );
}

function BadgeCodes({ name, page, image, attribute, publicUrl, lead, hint }: Codes) {
  const t = useTexts(badgeTexts);
  const language = useLanguage();
  const alt = t('alt', { product: name });
  const address = `${publicUrl}${page}`;
  const html = `<a href="${address}"><img src="${publicUrl}${image}" alt="${escapeHtml(alt)}"></a>`;
  const markdown = `[![${alt.replaceAll(/[[\]]/g, '')}](${publicUrl}${image})](${address})`;
  const element = `<script src="${publicUrl}/embed/badge.js"></script>\n<snitfladeklar-badge ${attribute} lang="${language}">${html}</snitfladeklar-badge>`;
  const codes = [
    [t('asHtml'), html],
    [t('asMarkdown'), markdown],
    [t('asElement'), element],
  ];
  return (
    <section aria-labelledby="badge" className="sd-no-print">
      <h2 id="badge">{t('heading')}</h2>
      <p>
        <img src={image} alt={alt} height={20} />
      </p>
      <p>{lead}</p>
      {codes.map(([heading, code]) => (
        <div key={heading}>
          <h3>{heading}</h3>
          <pre className="sd-code">
            <code>{code}</code>
          </pre>
        </div>
      ))}
      {hint && <p>{hint}</p>}
      <p>{t('asData')}</p>
    </section>
  );
}
