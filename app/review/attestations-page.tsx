import {
  Alert,
  Button,
  ButtonLink,
  Checkbox,
  DateInput,
  EmptyState,
  ErrorSummary,
  PageHeading,
  SearchField,
  Select,
  Tag,
} from '~/app/components';
import { attestationTexts } from '~/app/i18n/attestations';
import { useFormat } from '~/app/i18n/format';
import { useText } from '~/app/i18n/language';
import { useRefusal } from '~/app/i18n/refusals';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { AttestableSupport, AttestationChange, ListedAttestation } from '~/db/attestations';
import { groupBy } from '~/workflows/group-by';
import type { Refusal } from '~/workflows/refusal';
import type { AttestationsView } from './attestations-view.server';

interface RefusedAttestation {
  refusal: Refusal;
  typed: Record<string, string>;
}

interface AttestationsPageProps {
  view: AttestationsView;
  refused: RefusedAttestation | undefined;
}

/** A municipality's attestations: what it is asked for, what it looks for, and what it has given. */
export function AttestationsPage({ view, refused }: AttestationsPageProps) {
  const t = useTexts(attestationTexts);
  const sentence = useRefusal();
  const to = usePaths();
  return (
    <>
      {refused && <ErrorSummary errors={[{ field: fieldOf(refused, view), message: sentence(refused.refusal) }]} />}
      {view.done && !refused && <Alert kind="success" heading={t(`done_${view.done}`)} role="status" />}
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      {view.chosen && <Give view={view} chosen={view.chosen} refused={refused} />}
      <section aria-labelledby="own">
        <h2 id="own">{t('own')}</h2>
        {view.own.length === 0 ? (
          <EmptyState heading={t('none')} level={3} />
        ) : (
          <ul className="sd-tasks">
            {view.own.map((each) => (
              <OwnAttestation key={each.id} attestation={each} label={view.labels[each.interfaceId]} />
            ))}
          </ul>
        )}
      </section>
      <Find view={view} />
      {view.suggested.length > 0 && <Suggested view={view} />}
      <p>
        <a href={to.review.contradictions()}>{t('contradictLink')}</a>
      </p>
    </>
  );
}

function fieldOf({ refusal, typed }: RefusedAttestation, { chosen }: AttestationsView): string {
  if (typed.act !== 'give' || !chosen || chosen.offered.length === 0) return 'own';
  return refusal.code === 'attestation-date-wrong' ? 'sinceOn' : 'interface';
}

function Give({ view, chosen, refused }: AttestationsPageProps & { chosen: NonNullable<AttestationsView['chosen']> }) {
  const t = useTexts(attestationTexts);
  const text = useText();
  const to = usePaths();
  const product = chosen.name;
  if (chosen.offered.length === 0) return <Alert kind="info" heading={t('giveNone', { product })} />;
  const typed = refused?.typed ?? {};
  const asked = typed.interface ?? view.interfaceId;
  const offer = chosen.offered.find(({ interfaceId }) => interfaceId === asked) ?? chosen.offered[0];
  return (
    <section aria-labelledby="give">
      <h2 id="give">{t('give', { product })}</h2>
      <form method="post" action={to.review.attestations({ product: chosen.slug })} className="sd-event-form">
        <input type="hidden" name="product" value={chosen.slug} />
        <Select
          name="interface"
          label={t('interface')}
          options={chosen.offered.map(({ interfaceId }) => ({
            value: interfaceId,
            label: text(view.labels[interfaceId] ?? same(interfaceId)),
          }))}
          defaultValue={offer?.interfaceId ?? ''}
        />
        <DateInput
          name="sinceOn"
          label={t('sinceOn')}
          hint={t('sinceHint')}
          defaultValue={typed.sinceOn ?? offer?.sinceOn ?? ''}
          max={view.today}
          required
        />
        <Checkbox
          name="isNamed"
          value="yes"
          label={t('isNamed')}
          hint={t('isNamedHint')}
          defaultChecked={refused ? typed.isNamed === 'yes' : true}
        />
        <Button name="act" value="give">
          {t('submit')}
        </Button>
      </form>
      <p>
        <a href={to.review.contradictions({ product: chosen.slug })}>{t('contradictThis')}</a>
      </p>
    </section>
  );
}

function Suggested({ view }: { view: AttestationsView }) {
  const t = useTexts(attestationTexts);
  return (
    <section aria-labelledby="suggested">
      <h2 id="suggested">{t('suggested')}</h2>
      <p>{t('suggestedLead')}</p>
      <ul className="sd-tasks">
        {[...groupBy(view.suggested, ({ productSlug }) => productSlug).values()].map((supports) => (
          <Suggestion key={supports[0]?.productSlug} supports={supports} view={view} />
        ))}
      </ul>
    </section>
  );
}

/** What is left to attest of one product. */
function Suggestion({ supports, view }: { supports: readonly AttestableSupport[]; view: AttestationsView }) {
  const t = useTexts(attestationTexts);
  const text = useText();
  const format = useFormat();
  const to = usePaths();
  const [first] = supports;
  if (!first) return null;
  const { productSlug, productName, supplierName } = first;
  const labels = supports.map(({ interfaceId }) => text(view.labels[interfaceId] ?? same(interfaceId)));
  return (
    <li className="sd-task sd-task-closed">
      <div className="sd-task-text">
        <strong>{productName}</strong>, {supplierName}
        <div className="sd-task-hint">{format.list(labels)}</div>
      </div>
      <div className="sd-task-state">
        <ButtonLink kind="secondary" href={`${to.review.attestations({ product: productSlug })}#give`}>
          {t('confirmThis')}
          <span className="sr-only"> {productName}</span>
        </ButtonLink>
      </div>
    </li>
  );
}

const same = (name: string) => ({ da: name, en: name });

function Find({ view: { q, found } }: { view: AttestationsView }) {
  const t = useTexts(attestationTexts);
  const to = usePaths();
  return (
    <section aria-labelledby="find">
      <h2 id="find">{t('find')}</h2>
      <form method="get" action={to.review.attestations()} role="search" className="sd-inbox-search">
        <SearchField label={t('findLabel')} defaultValue={q} />
      </form>
      {found && found.total === 0 && <p>{t('foundNone')}</p>}
      {found && found.total > 0 && (
        <>
          <h3>{t('found', { count: found.total })}</h3>
          {found.total > found.products.length && <p>{t('foundMore', { count: found.products.length })}</p>}
          <ul>
            {found.products.map(({ slug, name, supplierName }) => (
              <li key={slug}>
                <a href={`${to.review.attestations({ product: slug })}#give`}>{name}</a>, {supplierName}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

const tones = { valid: 'success', 'ends-soon': 'warning', ended: 'error' } as const;

function OwnAttestation({
  attestation,
  label,
}: {
  attestation: ListedAttestation;
  label: { da: string; en: string } | undefined;
}) {
  const t = useTexts(attestationTexts);
  const text = useText();
  const format = useFormat();
  const { interfaceId, productName, supplierName, sinceOn, validTo, state, isNamed, isPublic } = attestation;
  const about = t('about', { interface: label ? text(label) : interfaceId, product: productName });
  const changes: AttestationChange[] = [
    ...(isPublic ? ['renew' as const] : []),
    isNamed ? 'unname' : 'name',
    'withdraw',
  ];
  return (
    <li className="sd-task sd-task-closed">
      <div className="sd-task-text">
        <strong>{about}</strong> <Tag tone={tones[state]}>{t(`state_${state}`, { date: format.date(validTo) })}</Tag>
        <div className="sd-task-hint">
          {supplierName} · {t('since', { date: format.date(sinceOn) })} · {isNamed ? t('named') : t('unnamed')}
          {!isPublic && <div>{t('notPublic')}</div>}
        </div>
      </div>
      <ChangeForm attestation={attestation} changes={changes} about={about} />
    </li>
  );
}

function ChangeForm({
  attestation: { id, version },
  changes,
  about,
}: {
  attestation: ListedAttestation;
  changes: readonly AttestationChange[];
  about: string;
}) {
  const t = useTexts(attestationTexts);
  const to = usePaths();
  return (
    <form method="post" action={to.review.attestations()} className="sd-task-actions">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      {changes.map((change) => (
        <Button key={change} name="act" value={change} kind="secondary" small>
          {t(change)}
          <span className="sr-only"> {about}</span>
        </Button>
      ))}
    </form>
  );
}
