import {
  Alert,
  BackLink,
  Button,
  ButtonLink,
  DataTable,
  ErrorSummary,
  FileInput,
  PageHeading,
  TextArea,
} from '~/app/components';
import { useRequirementLine } from '~/app/components/public/profile-form';
import { profileImportTexts, unmatchedTexts } from '~/app/i18n/profile-import';
import type { Texts } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { type Query, usePaths } from '~/app/paths';
import type { NamedRequirement } from '~/app/published/profile-page.server';
import type { Unmatched } from '~/workflows/requirement-import';

interface ImportResult {
  profile: Query;
  listed: number;
  isWithoutHeadings: boolean;
  matched: { requirement: NamedRequirement; rows: readonly number[]; by: 'number' | 'name' }[];
  unmatched: Unmatched[];
  moreUnmatched: number;
}

interface ProfileImportPageProps {
  view: { profile: Query; formats: readonly string[]; maxBytes: number };
  /** What became of the list that was sent. */
  sent: { problems: string[]; pasted: string; result: ImportResult | null } | undefined;
}

/** A list of requirements goes in, and what was understood of it comes out, with the way to the profile. */
export function ProfileImportPage({ view, sent }: ProfileImportPageProps) {
  const t = useTexts(profileImportTexts);
  const to = usePaths();
  const [first] = sent?.problems ?? [];
  return (
    <>
      <BackLink href={to.profile(view.profile)}>{t('back')}</BackLink>
      <ErrorSummary errors={(sent?.problems ?? []).map((message) => ({ field: 'file', message }))} />
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      {sent?.result && <Result result={sent.result} />}
      <form
        method="post"
        encType="multipart/form-data"
        action={to.profileImport(view.profile)}
        className="sd-event-form"
      >
        <FileInput
          name="file"
          label={t('fileLabel')}
          hint={t('fileHint')}
          formats={view.formats}
          maxBytes={view.maxBytes}
          {...(first === undefined ? {} : { error: first })}
        />
        <TextArea
          name="pasted"
          label={t('pastedLabel')}
          hint={t('pastedHint')}
          rows={8}
          defaultValue={sent?.pasted ?? ''}
        />
        <Button>{t('read')}</Button>
      </form>
    </>
  );
}

function Result({
  result: { profile, listed, isWithoutHeadings, matched, unmatched, moreUnmatched },
}: {
  result: ImportResult;
}) {
  const t = useTexts(profileImportTexts);
  const to = usePaths();
  const describe = useRequirementLine();
  return (
    <section aria-labelledby="result">
      <h2 id="result">{t('resultHeading')}</h2>
      {isWithoutHeadings && <Alert kind="warning">{t('withoutHeadings')}</Alert>}
      {matched.length === 0 ? (
        <Alert kind="warning">{t('nothing')}</Alert>
      ) : (
        <>
          <p>{`${t('found', { count: listed })} ${t('foundInterfaces', { count: matched.length })}`}</p>
          <DataTable
            caption={t('matchedCaption')}
            hideCaption
            compact
            rows={matched}
            rowKey={({ requirement }) => requirement.interfaceId}
            columns={[
              { id: 'rows', header: t('rows'), cell: ({ rows }) => <RowNumbers rows={rows} /> },
              {
                id: 'requirement',
                header: t('requirement'),
                rowHeader: true,
                cell: ({ requirement }) => describe(requirement),
              },
              { id: 'by', header: t('by'), cell: ({ by }) => t(`by_${by}`) },
            ]}
          />
          <p className="sd-small sd-muted">{t('levelNote')}</p>
          <p>
            <ButtonLink href={to.profile(profile)}>{t('use')}</ButtonLink>
          </p>
        </>
      )}
      {unmatched.length > 0 && <NotMatched unmatched={unmatched} more={moreUnmatched} />}
    </section>
  );
}

const mostRowNumbers = 6;

function RowNumbers({ rows }: { rows: readonly number[] }) {
  const t = useTexts(profileImportTexts);
  const shown = rows.slice(0, mostRowNumbers).join(', ');
  const more = rows.length - mostRowNumbers;
  return <>{more > 0 ? `${shown} ${t('more', { count: more })}` : shown}</>;
}

function NotMatched({ unmatched, more }: { unmatched: readonly Unmatched[]; more: number }) {
  const t = useTexts(profileImportTexts);
  const why = useTexts<Texts>(unmatchedTexts);
  const foundOf = (item: Unmatched): Readonly<Record<string, string>> => {
    if (item.because === 'ambiguous') return { found: item.candidates.join(', ') };
    return { found: item.because === 'unknown-number' ? item.found : '' };
  };
  return (
    <>
      <h3>{t('unmatchedHeading')}</h3>
      <p>{t('unmatchedText')}</p>
      <DataTable
        caption={t('unmatchedCaption')}
        hideCaption
        compact
        rows={unmatched.map((item, index) => ({ ...item, key: `${item.row}-${index}` }))}
        rowKey={({ key }) => key}
        columns={[
          { id: 'row', header: t('rows'), cell: ({ row }) => row },
          { id: 'number', header: t('number'), cell: ({ number }) => number || '–' },
          { id: 'name', header: t('name'), rowHeader: true, cell: ({ name }) => name },
          { id: 'because', header: t('because'), cell: (item) => why(item.because, foundOf(item)) },
        ]}
      />
      {more > 0 && <p>{t('more', { count: more })}</p>}
    </>
  );
}
