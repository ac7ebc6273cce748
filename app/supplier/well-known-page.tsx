import {
  Alert,
  Button,
  ButtonGroup,
  ButtonLink,
  Checkbox,
  Definition,
  ErrorSummary,
  PageHeading,
  TextInput,
  Time,
} from '~/app/components';
import { pullOutcomeTexts, wellKnownTexts } from '~/app/i18n/supplier-api';
import { useTexts } from '~/app/i18n/use-texts';
import { schemaPaths, usePaths } from '~/app/paths';
import type { WellKnownSource } from '~/db/well-known-sources';

export interface WellKnownView {
  product: { id: string; name: string };
  declarationId: string | null;
  source: WellKnownSource | null;
  canEdit: boolean;
  /** Of the file on the site. */
  path: string;
  done: 'saved' | 'removed' | 'pulled' | null;
}

/** The form as it was typed, and why it was not taken. */
export interface RefusedSource {
  message: string;
  address: string;
  isScheduled: boolean;
}

export function WellKnownPage({ view, refused }: { view: WellKnownView; refused: RefusedSource | null }) {
  const t = useTexts(wellKnownTexts);
  const to = usePaths();
  const { product, source, declarationId } = view;
  return (
    <>
      {refused ? <ErrorSummary errors={[{ field: 'address', message: refused.message }]} /> : <DoneAlert view={view} />}
      <PageHeading caption={product.name} lead={t('lead')}>
        {t('title')}
      </PageHeading>
      <p>{t('fileText', { path: view.path })}</p>
      <ul>
        {declarationId && (
          <li>
            <a href={to.supplier.export(declarationId)}>{t('exampleLink')}</a>
          </li>
        )}
        <li>
          <a href={schemaPaths.declaration()}>{t('schemaLink')}</a>
        </li>
      </ul>
      {!declarationId && <Alert kind="info">{t('noDeclaration')}</Alert>}
      {source && <SourceNow view={view} source={source} />}
      {view.canEdit && <SourceForm view={view} refused={refused} />}
    </>
  );
}

function DoneAlert({ view: { done, source, declarationId } }: { view: WellKnownView }) {
  const t = useTexts(wellKnownTexts);
  const outcome = useTexts(pullOutcomeTexts);
  const to = usePaths();
  if (done === 'saved') return <Alert kind="success" heading={t('saved')} role="status" />;
  if (done === 'removed') return <Alert kind="success" heading={t('removed')} role="status" />;
  if (done !== 'pulled' || !source?.lastOutcome) return null;
  const isFine = source.lastOutcome === 'proposed' || source.lastOutcome === 'nothing-new';
  return (
    <Alert kind={isFine ? 'success' : 'warning'} heading={outcome(source.lastOutcome)} role="status">
      {source.lastOutcome === 'proposed' && declarationId && (
        <p>
          <a href={to.supplier.proposals(declarationId)}>{t('proposalsLink')}</a>
        </p>
      )}
    </Alert>
  );
}

function SourceNow({ view, source }: { view: WellKnownView; source: WellKnownSource }) {
  const t = useTexts(wellKnownTexts);
  const outcome = useTexts(pullOutcomeTexts);
  const to = usePaths();
  const { url, isScheduled, lastPulledAt, lastOutcome } = source;
  return (
    <section aria-labelledby="now">
      <h2 id="now">{t('stateHeading')}</h2>
      <Definition
        compact
        items={[
          { id: 'url', term: t('address'), description: <span className="sd-break">{url}</span> },
          { id: 'schedule', term: t('schedule'), description: isScheduled ? t('daily') : t('onRequest') },
          {
            id: 'pulled',
            term: t('lastPulled'),
            description: lastPulledAt ? <Time value={lastPulledAt} /> : t('never'),
          },
          ...(lastOutcome ? [{ id: 'outcome', term: t('outcome'), description: outcome(lastOutcome) }] : []),
        ]}
      />
      {view.canEdit && (
        <form method="post" action={to.supplier.wellKnown(view.product.id)}>
          <ButtonGroup>
            <Button name="act" value="pull">
              {t('pull')}
            </Button>
            <Button name="act" value="remove" kind="secondary">
              {t('remove')}
            </Button>
            {view.declarationId && (
              <ButtonLink kind="secondary" href={to.supplier.proposals(view.declarationId)}>
                {t('proposalsLink')}
              </ButtonLink>
            )}
          </ButtonGroup>
        </form>
      )}
    </section>
  );
}

function SourceForm({ view: { product, source }, refused }: { view: WellKnownView; refused: RefusedSource | null }) {
  const t = useTexts(wellKnownTexts);
  const to = usePaths();
  return (
    <form method="post" action={to.supplier.wellKnown(product.id)}>
      <h2>{source ? t('changeHeading') : t('chooseHeading')}</h2>
      <TextInput
        name="address"
        label={t('fieldAddress')}
        hint={t('fieldAddressHint')}
        defaultValue={refused ? refused.address : (source?.url ?? '')}
        inputMode="url"
        autoComplete="off"
        error={refused?.message}
      />
      <Checkbox
        name="scheduled"
        label={t('fieldScheduled')}
        hint={t('fieldScheduledHint')}
        defaultChecked={refused ? refused.isScheduled : (source?.isScheduled ?? false)}
      />
      <ButtonGroup>
        <Button name="act" value="save" kind={source ? 'secondary' : 'primary'}>
          {t('save')}
        </Button>
      </ButtonGroup>
    </form>
  );
}
