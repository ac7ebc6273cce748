import { publicAttestationTexts } from '~/app/i18n/attestations';
import { useFormat } from '~/app/i18n/format';
import { useText } from '~/app/i18n/language';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { NamedAttestation } from '~/db/published/attestations';
import type { Text } from '~/workflows/words';

/** An interface that municipalities attest, and those of them that agreed to be named. */
export interface AttestedInterface {
  interfaceId: string;
  name: Text;
  attestedBy: number;
  named: readonly (Pick<NamedAttestation, 'municipalityCode' | 'sinceOn'> & { municipality: string })[];
}

/** Which municipalities say themselves that they run the product, and how another one can. */
export function Attestations({ slug, attested }: { slug: string; attested: readonly AttestedInterface[] }) {
  const t = useTexts(publicAttestationTexts);
  const to = usePaths();
  return (
    <section aria-labelledby="attestations">
      <h2 id="attestations">{t('heading')}</h2>
      <p>{attested.length > 0 ? t('lead') : t('none')}</p>
      {attested.length > 0 && (
        <ul>
          {attested.map((each) => (
            <OneInterface key={each.interfaceId} attested={each} />
          ))}
        </ul>
      )}
      <p className="sd-no-print">
        <a href={`${to.review.attestations({ product: slug })}#give`} rel="nofollow">
          {t('confirm')}
        </a>
      </p>
    </section>
  );
}

function OneInterface({ attested: { name, attestedBy, named } }: { attested: AttestedInterface }) {
  const t = useTexts(publicAttestationTexts);
  const text = useText();
  const format = useFormat();
  const unnamed = attestedBy - named.length;
  const who = [
    ...named.map(({ municipality, sinceOn }) => t('named', { municipality, date: format.date(sinceOn) })),
    ...(unnamed > 0 && named.length > 0 ? [t('unnamed', { count: unnamed })] : []),
  ];
  return (
    <li>
      <strong>{text(name)}</strong>: {t('count', { count: attestedBy })}
      {who.length > 0 && <>. {format.list(who)}.</>}
    </li>
  );
}
