import { Alert, BackLink, Button, ButtonGroup, ButtonLink, PageHeading, Tag, Time } from '~/app/components';
import { exchangeTexts, importTexts } from '~/app/i18n/exchange';
import { useRefusal } from '~/app/i18n/refusals';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import { QuestionAnchor } from '~/app/supplier/missing-list';
import { ProposalChange, RelationTag } from '~/app/supplier/proposal-change';
import type { Refusal } from '~/workflows/refusal';
import type { ImportView } from './import-view.server';

/** Every difference between a file and the declaration, and the one decision on all of them. */
export function ImportPage({ view, refusal }: { view: ImportView; refusal: Refusal | null }) {
  const exchange = useTexts(exchangeTexts);
  const sentence = useRefusal();
  const { supplier } = usePaths();
  return (
    <>
      <BackLink href={supplier.exchange(view.declarationId)}>{exchange('title')}</BackLink>
      {refusal && <Alert kind="error">{sentence(refusal)}</Alert>}
      {view.decidedAs === null ? <Waiting view={view} /> : <Decided view={view} decidedAs={view.decidedAs} />}
    </>
  );
}

function Decided({ view, decidedAs }: { view: ImportView; decidedAs: NonNullable<ImportView['decidedAs']> }) {
  const t = useTexts(importTexts);
  const { supplier } = usePaths();
  const { declarationId } = view;
  return (
    <>
      <PageHeading caption={view.productName}>{view.fileName}</PageHeading>
      <Alert kind={decidedAs === 'discarded' ? 'info' : 'success'} heading={t(decidedAs)} role="status">
        {decidedAs === 'applied' && t('appliedText')}
      </Alert>
      <ButtonGroup>
        <ButtonLink
          href={decidedAs === 'proposed' ? supplier.proposals(declarationId) : supplier.declaration(declarationId)}
        >
          {t(decidedAs === 'proposed' ? 'toProposals' : 'toDeclaration')}
        </ButtonLink>
        <ButtonLink kind="secondary" href={supplier.exchange(declarationId)}>
          {t('another')}
        </ButtonLink>
      </ButtonGroup>
    </>
  );
}

function Waiting({ view }: { view: ImportView }) {
  const t = useTexts(importTexts);
  const { changes, same, left, gone, stale } = view;
  return (
    <>
      <PageHeading caption={view.productName} lead={changes.length > 0 ? t('lead') : t('nothing')}>
        {t('title')}: {view.fileName}
      </PageHeading>
      <p className="sd-small sd-muted">
        {t('meta', { person: view.createdByName })} · <Time value={view.createdAt} />
      </p>
      <ul>
        {changes.length > 0 && <li>{t('changes', { count: changes.length })}</li>}
        {same > 0 && <li>{t('same', { count: same })}</li>}
        {left > 0 && <li>{t('left', { count: left })}</li>}
        {gone > 0 && <li>{t('gone', { count: gone })}</li>}
      </ul>
      {stale > 0 && (
        <Alert kind="warning" heading={t('staleHeading')}>
          {t('staleCount', { count: stale })}
        </Alert>
      )}
      {changes.length > 0 && view.isOwn && !view.isEditable && <Alert kind="info">{t('notEditable')}</Alert>}
      {view.isOwn && <Decision view={view} />}
      {changes.length > 0 && (
        <ul className="sd-proposal-list">
          {changes.map((change) => (
            <Change key={change.key} view={view} change={change} />
          ))}
        </ul>
      )}
    </>
  );
}

function Decision({ view }: { view: ImportView }) {
  const t = useTexts(importTexts);
  const { supplier } = usePaths();
  const { changes, isEditable } = view;
  return (
    <form method="post" action={supplier.import(view.declarationId, view.importId)}>
      <input type="hidden" name="seen" value={view.seen} />
      <ButtonGroup>
        {changes.length > 0 && isEditable && (
          <Button name="decision" value="apply">
            {t('apply', { count: changes.length })}
          </Button>
        )}
        {changes.length > 0 && (
          <Button kind="secondary" name="decision" value="propose">
            {t('propose')}
          </Button>
        )}
        <Button kind="tertiary" name="decision" value="discard">
          {t('discard')}
        </Button>
      </ButtonGroup>
    </form>
  );
}

function Change({ view, change }: { view: ImportView; change: ImportView['changes'][number] }) {
  const t = useTexts(importTexts);
  const { place } = change;
  return (
    <li className="sd-proposal">
      <h2 className="h5">
        <QuestionAnchor link={change.link} declarationId={view.declarationId} />
      </h2>
      {place.row !== null && (
        <p className="sd-small sd-muted">
          {place.sheet === null
            ? t('placeInRow', { row: String(place.row) })
            : t('placeInSheet', { sheet: place.sheet, row: String(place.row) })}
        </p>
      )}
      <RelationTag relation={change.relation} />
      {change.isStale && (
        <p className="sd-proposal-relation">
          <Tag tone="warning">{t('stale')}</Tag>
        </p>
      )}
      {change.isHidden && <p className="sd-small">{t('hidden')}</p>}
      <ProposalChange
        shape={change.shape}
        names={view.names}
        present={change.present}
        proposed={change.proposed}
        published={change.published}
      />
    </li>
  );
}
