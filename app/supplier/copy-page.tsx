import {
  BackLink,
  Button,
  ButtonGroup,
  ButtonLink,
  EmptyState,
  ErrorSummary,
  PageHeading,
  RadioGroup,
} from '~/app/components';
import { useText } from '~/app/i18n/language';
import { proposalTexts } from '~/app/i18n/proposals';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { CopyView } from './copy-view.server';
import { ProposalChange, RelationTag } from './proposal-change';

/** Choosing another own product, seeing the differences, and fetching its answers as proposals. */
export function CopyPage({ view, isUnchosen }: { view: CopyView; isUnchosen: boolean }) {
  const t = useTexts(proposalTexts);
  const paths = usePaths();
  const { declarationId, preview } = view;
  const errors = isUnchosen ? [{ field: 'from', message: t('copyMissing') }] : [];
  return (
    <>
      <BackLink href={paths.supplier.declaration(declarationId)}>{t('back')}</BackLink>
      <ErrorSummary errors={errors} />
      <PageHeading caption={view.productName} lead={t('copyLead')}>
        {t('copyTitle')}
      </PageHeading>
      {view.sources.length === 0 && <EmptyState heading={t('copyNone')}>{t('copyNoneText')}</EmptyState>}
      {preview && <Preview declarationId={declarationId} preview={preview} names={view.names} />}
      {view.sources.length > 0 && !preview && (
        <form method="get" action={paths.supplier.copyAnswers(declarationId)}>
          <RadioGroup
            name="from"
            label={t('copyChoose')}
            hint={t('copyChooseHint')}
            choices={view.sources.map(({ declarationId: value, productName, answered }) => ({
              value,
              label: t('copyChoice', { name: productName, count: answered }),
            }))}
            {...(isUnchosen ? { error: t('copyMissing') } : {})}
          />
          <input type="hidden" name="chosen" value="1" />
          <ButtonGroup>
            <Button>{t('copyPreview')}</Button>
          </ButtonGroup>
        </form>
      )}
    </>
  );
}

interface PreviewProps {
  declarationId: string;
  preview: NonNullable<CopyView['preview']>;
  names: CopyView['names'];
}

function Preview({ declarationId, preview, names }: PreviewProps) {
  const t = useTexts(proposalTexts);
  const text = useText();
  const paths = usePaths();
  const { changes } = preview;
  return (
    <section>
      <h2>{t('copyPreviewHeading', { name: preview.productName })}</h2>
      <p>{changes.length === 0 ? t('copyNothing') : t('copyPreviewText', { count: changes.length })}</p>
      <form method="post" action={paths.supplier.copyAnswers(declarationId)}>
        <input type="hidden" name="from" value={preview.sourceId} />
        <ButtonGroup>
          {changes.length > 0 && preview.isAllowed && <Button>{t('copyButton')}</Button>}
          <ButtonLink kind="secondary" href={paths.supplier.copyAnswers(declarationId)}>
            {t('copyCancel')}
          </ButtonLink>
        </ButtonGroup>
      </form>
      {changes.length > 0 && (
        <ul className="sd-proposal-list">
          {changes.map(({ key, link, relation, shape, present, proposed, published }) => (
            <li key={key} className="sd-proposal">
              <h3 className="h5">
                {link.about && `${text(link.about.name)}: `}
                {text(link.text)}
              </h3>
              <RelationTag relation={relation} />
              <ProposalChange shape={shape} names={names} present={present} proposed={proposed} published={published} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
