import {
  Alert,
  BackLink,
  Button,
  ButtonGroup,
  DataTable,
  ErrorSummary,
  FileInput,
  PageHeading,
} from '~/app/components';
import { exchangeTexts } from '~/app/i18n/exchange';
import { useRefusal } from '~/app/i18n/refusals';
import { useTexts } from '~/app/i18n/use-texts';
import { schemaPaths, usePaths } from '~/app/paths';
import type { Refusal } from '~/workflows/refusal';
import type { ProblemInWords } from './import-problem-words';

interface ExchangePageProps {
  view: { declarationId: string; productName: string; isOwn: boolean; formats: readonly string[]; maxBytes: number };
  /** What became of the file that was sent. */
  sent: { fileName: string; problems: ProblemInWords[]; more: number; refusal: Refusal | null } | undefined;
}

/** Taking a declaration out as a file and bringing one in. */
export function ExchangePage({ view, sent }: ExchangePageProps) {
  const t = useTexts(exchangeTexts);
  const sentence = useRefusal();
  const { supplier } = usePaths();
  const problems = sent?.problems ?? [];
  const count = problems.length + (sent?.more ?? 0);
  const first = problems[0];
  const isWhole = problems.length === 1 && first !== undefined && first.row === null && first.column === null;
  const summary = isWhole ? first.message : t('summary', { count });
  return (
    <>
      <BackLink href={supplier.declaration(view.declarationId)}>{t('back')}</BackLink>
      <ErrorSummary
        errors={count === 0 ? [] : [{ field: isWhole ? 'file' : 'problems', message: summary }]}
        // The file's problems are counted, not the one line that leads to them.
        {...(isWhole || !sent ? {} : { heading: t('problemsHeading', { count, file: sent.fileName }) })}
      />
      {sent?.refusal && <Alert kind="error">{sentence(sent.refusal)}</Alert>}
      <PageHeading caption={view.productName} lead={t('lead')}>
        {t('title')}
      </PageHeading>
      {problems.length > 0 && !isWhole && sent && <Problems sent={sent} count={count} />}
      <Downloads declarationId={view.declarationId} />
      <section>
        <h2>{t('uploadHeading')}</h2>
        {view.isOwn ? (
          <form method="post" encType="multipart/form-data" action={supplier.exchange(view.declarationId)}>
            <FileInput
              name="file"
              label={t('fileLabel')}
              formats={view.formats}
              maxBytes={view.maxBytes}
              {...(isWhole ? { error: first.message } : {})}
            />
            <ButtonGroup>
              <Button>{t('upload')}</Button>
            </ButtonGroup>
          </form>
        ) : (
          <p>{t('readOnly')}</p>
        )}
      </section>
    </>
  );
}

function Problems({ sent, count }: { sent: NonNullable<ExchangePageProps['sent']>; count: number }) {
  const t = useTexts(exchangeTexts);
  const rows = sent.problems.map((problem, index) => ({ ...problem, id: String(index) }));
  const hasSheets = rows.some(({ sheet }) => sheet !== null);
  const hasRows = rows.some(({ row }) => row !== null);
  return (
    <section id="problems" tabIndex={-1}>
      <h2>{t('problemsHeading', { count, file: sent.fileName })}</h2>
      <p>{t('problemsText')}</p>
      <DataTable
        caption={t('problemsCaption')}
        hideCaption
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          ...(hasSheets
            ? [{ id: 'sheet', header: t('sheet'), cell: ({ sheet }: ProblemInWords) => sheet ?? '–' }]
            : []),
          ...(hasRows
            ? [{ id: 'row', header: t('row'), numeric: true, cell: ({ row }: ProblemInWords) => row ?? '–' }]
            : []),
          { id: 'column', header: t('column'), cell: ({ column }: ProblemInWords) => column ?? '–' },
          { id: 'message', header: t('problem'), cell: ({ message }: ProblemInWords) => message },
        ]}
      />
      {sent.more > 0 && <p>{t('problemsMore', { count: sent.more })}</p>}
    </section>
  );
}

function Downloads({ declarationId }: { declarationId: string }) {
  const t = useTexts(exchangeTexts);
  const { supplier } = usePaths();
  return (
    <section>
      <h2>{t('downloadHeading')}</h2>
      <ul>
        <li>
          <a href={supplier.exportWorkbook(declarationId)}>{t('workbook')}</a>. {t('workbookText')}
        </li>
        <li>
          <a href={supplier.exportCsv(declarationId)}>{t('csv')}</a>. {t('csvText')}
        </li>
        <li>
          <a href={supplier.export(declarationId)}>{t('json')}</a>. {t('jsonText')}{' '}
          <a href={schemaPaths.declaration()}>{t('format')}</a>
        </li>
      </ul>
      <p className="sd-small sd-muted">{t('evidenceNote')}</p>
    </section>
  );
}
