import { useFormat } from '~/app/i18n/format';
import { useText } from '~/app/i18n/language';
import { publishedTexts } from '~/app/i18n/published';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { loadMunicipalityPage } from '~/app/published/municipality-page.server';
import { DisputedTag, RungTag, SupportLevelTag, Tag } from '..';

type Used = NonNullable<Awaited<ReturnType<typeof loadMunicipalityPage>>>['inProduction'][number];
type UsedInterfacesProps = Pick<Used, 'slug' | 'interfaces'>;

/** More than so many are folded: of a large product they would be most of the page. */
const mostUnfolded = 3;

/** What the municipality attests itself stands open; what suppliers say of it is folded where it is much. */
export function UsedInterfaces({ slug, interfaces }: UsedInterfacesProps) {
  const t = useTexts(publishedTexts);
  const attested = interfaces.filter(({ isAttested }) => isAttested);
  const declared = interfaces.filter(({ isAttested }) => !isAttested);
  return (
    <div>
      {attested.length > 0 && <InterfaceLines slug={slug} interfaces={attested} />}
      {declared.length > mostUnfolded ? (
        <details className="sd-figures">
          <summary>{t('usedInterfaces', { count: declared.length })}</summary>
          <InterfaceLines slug={slug} interfaces={declared} />
        </details>
      ) : (
        declared.length > 0 && <InterfaceLines slug={slug} interfaces={declared} />
      )}
    </div>
  );
}

function InterfaceLines({ slug, interfaces }: UsedInterfacesProps) {
  const t = useTexts(publishedTexts);
  const text = useText();
  const format = useFormat();
  const to = usePaths();
  return (
    <ul className="sd-used-list">
      {interfaces.map(({ id, name, level, rung, attestedBy, isDisputed, sinceOn, isAttested }) => (
        <li key={id} className="sd-used-interface">
          <a href={`${to.product(slug)}#${id}`}>{text(name)}</a>
          <span className="sd-used-support">
            <SupportLevelTag level={level} /> <RungTag rung={rung} municipalities={attestedBy} />
            {isDisputed && <DisputedTag />}
            {sinceOn !== null && <span className="sd-muted">{t('since', { date: format.shortDate(sinceOn) })}</span>}
            {isAttested && <Tag tone="success">{t('attestedHere')}</Tag>}
          </span>
        </li>
      ))}
    </ul>
  );
}
