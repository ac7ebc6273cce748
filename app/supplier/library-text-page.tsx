import { Alert, BackLink, Button, ButtonGroup, Details, ErrorSummary, PageHeading } from '~/app/components';
import { useText } from '~/app/i18n/language';
import { useRefusal } from '~/app/i18n/refusals';
import { textLibraryTexts } from '~/app/i18n/text-library';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import { LibraryTextFields, type RefusedText } from './library-text-fields';
import type { LibraryTextView } from './text-library-view.server';

interface LibraryTextProps {
  view: LibraryTextView;
  /** Of answers that the last change was offered to; null: nothing was saved. */
  offered: number | null;
  refused: RefusedText | undefined;
}

/** One text of the library: edit it, see where it was put in, take it off the list. */
export function LibraryTextPage({ view, offered, refused }: LibraryTextProps) {
  const t = useTexts(textLibraryTexts);
  const paths = usePaths();
  const sentence = useRefusal();
  return (
    <>
      <BackLink href={paths.supplier.library()}>{t('title')}</BackLink>
      <ErrorSummary errors={refused ? [{ field: refused.field, message: sentence(refused.refusal) }] : []} />
      {offered !== null && !refused && (
        <Alert kind="success" heading={t('savedDone', { count: offered })} role="status" />
      )}
      <PageHeading caption={t('title')} lead={t('textLead')}>
        {view.title}
      </PageHeading>
      {view.mayChange ? (
        <form method="post" noValidate>
          <input type="hidden" name="version" value={view.version} />
          <LibraryTextFields
            present={view}
            topics={view.topics}
            refused={refused?.refusal.code === 'library-text-has-moved' ? undefined : refused}
          />
          <ButtonGroup>
            <Button name="act" value="save">
              {t('save')}
            </Button>
          </ButtonGroup>
          <Details summary={t('retireHeading')}>
            <p>{t('retireText')}</p>
            <Button kind="warning" name="act" value="retire">
              {t('retire')}
            </Button>
          </Details>
        </form>
      ) : (
        <p className="sd-lines">{view.body}</p>
      )}
      <h2>{t('usedHeading')}</h2>
      <Uses view={view} />
    </>
  );
}

const useTextsOf = { 'as-is': 'usedAsIs', edited: 'usedEdited', waiting: 'usedWaiting' } as const;

function Uses({ view }: { view: LibraryTextView }) {
  const t = useTexts(textLibraryTexts);
  const text = useText();
  const paths = usePaths();
  if (view.uses.length === 0) return <p>{t('usedNowhere')}</p>;
  return (
    <ul>
      {view.uses.map(({ declarationId, productName, how, link }) => (
        <li key={`${declarationId} ${link.key}`}>
          <a href={`${paths.supplier.section(declarationId, link.sectionId)}#q-${link.key}`}>
            {productName}: {link.about && `${text(link.about.name)}: `}
            {text(link.text)}
          </a>{' '}
          <span className="sd-small sd-muted">({t(useTextsOf[how])})</span>
        </li>
      ))}
    </ul>
  );
}
