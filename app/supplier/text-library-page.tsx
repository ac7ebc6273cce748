import {
  Alert,
  Button,
  ButtonGroup,
  type Column,
  DataTable,
  EmptyState,
  ErrorSummary,
  PageHeading,
} from '~/app/components';
import { useText } from '~/app/i18n/language';
import { useRefusal } from '~/app/i18n/refusals';
import { textLibraryTexts } from '~/app/i18n/text-library';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import { LibraryTextFields, type RefusedText } from './library-text-fields';
import type { TextLibraryView } from './text-library-view.server';

interface TextLibraryProps {
  view: TextLibraryView;
  done: 'added' | 'retired' | null;
  refused: RefusedText | undefined;
}

/** All texts of a supplier, and a form for a new one. */
export function TextLibraryPage({ view, done, refused }: TextLibraryProps) {
  const t = useTexts(textLibraryTexts);
  const sentence = useRefusal();
  return (
    <>
      <ErrorSummary errors={refused ? [{ field: refused.field, message: sentence(refused.refusal) }] : []} />
      {done && !refused && <Alert kind="success" heading={t(`done_${done}`)} role="status" />}
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      {view.texts.length === 0 ? <EmptyState heading={t('none')}>{t('noneText')}</EmptyState> : <Texts view={view} />}
      {view.mayChange && <AddForm view={view} refused={refused} />}
    </>
  );
}

type Row = TextLibraryView['texts'][number];

function Texts({ view }: { view: TextLibraryView }) {
  const t = useTexts(textLibraryTexts);
  const text = useText();
  const paths = usePaths();
  const columns: Column<Row>[] = [
    {
      id: 'title',
      header: t('columnTitle'),
      rowHeader: true,
      cell: ({ id, title }) => <a href={paths.supplier.libraryText(id)}>{title}</a>,
    },
    {
      id: 'about',
      header: t('columnAbout'),
      cell: ({ about }) => {
        const topic = view.topics.find(({ id }) => id === about);
        return topic ? text(topic.name) : t('anywhere');
      },
    },
    {
      id: 'used',
      header: t('columnUsed'),
      cell: ({ uses }) => (uses === 0 ? t('usedNowhere') : t('usedCount', { count: uses })),
    },
  ];
  return <DataTable caption={t('title')} hideCaption columns={columns} rows={view.texts} rowKey={({ id }) => id} />;
}

function AddForm({ view, refused }: Pick<TextLibraryProps, 'view' | 'refused'>) {
  const t = useTexts(textLibraryTexts);
  const text = useText();
  const { kept } = view;
  return (
    <section aria-labelledby="add">
      <h2 id="add">{t('addHeading')}</h2>
      {kept && <p>{t('keptFrom', { question: text(kept.question), product: kept.productName })}</p>}
      <form method="post" noValidate>
        {kept && (
          <>
            <input type="hidden" name="declaration" value={kept.declarationId} />
            <input type="hidden" name="question" value={kept.key} />
          </>
        )}
        <LibraryTextFields
          present={{ title: '', body: kept?.body ?? '', about: kept?.questionId ?? null }}
          topics={view.topics}
          refused={refused}
        />
        <ButtonGroup>
          <Button>{t('add')}</Button>
        </ButtonGroup>
      </form>
    </section>
  );
}
