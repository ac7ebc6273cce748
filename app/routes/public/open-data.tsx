import { DataTable, PageHeading } from '~/app/components';
import { commonTexts } from '~/app/i18n/common';
import { openDataTexts } from '~/app/i18n/open-data';
import { translator } from '~/app/i18n/texts';
import { RichText, useTexts } from '~/app/i18n/use-texts';
import { page } from '~/app/page';
import { apiPaths, cataloguePaths, type Query, usePaths } from '~/app/paths';
import { feedFiles, feedTypes } from '~/app/published/feed-file';
import { datasetData } from '~/app/published/structured-data';

export const handle = page({
  title: ({ language }) => translator(commonTexts, language)('api'),
  description: ({ language }) => translator(openDataTexts, language)('lead'),
  structured: datasetData,
  breadcrumbs: ({ paths, language }) => [{ label: translator(commonTexts, language)('about'), href: paths.about() }],
});

interface Take {
  what: string;
  files: readonly { name: string; href: string }[];
}

export default function OpenData() {
  const t = useTexts(openDataTexts);
  const common = useTexts(commonTexts);
  return (
    <>
      <PageHeading lead={t('lead')}>{common('api')}</PageHeading>
      <DataTable
        caption={t('table')}
        rows={useTakes()}
        rowKey={({ what }) => what}
        columns={[
          { id: 'what', header: t('what'), rowHeader: true, cell: ({ what }) => what },
          { id: 'where', header: t('where'), cell: (take) => <Files {...take} /> },
        ]}
      />
      <h2>{t('apiHeading')}</h2>
      <p>
        <RichText text={openDataTexts.api} values={{ link: <a href={apiPaths.openapi()}>{apiPaths.openapi()}</a> }} />
      </p>
      <h2>{t('siteHeading')}</h2>
      <p>{t('site')}</p>
    </>
  );
}

/** One element: beside each other on a phone, too, where a cell is a grid. */
function Files({ what, files }: Take) {
  return (
    <span>
      {files.map(({ name, href }, index) => (
        <span key={href}>
          {index > 0 && ' · '}
          <a href={href} rel="nofollow">
            {name}
            <span className="sr-only">: {what}</span>
          </a>
        </span>
      ))}
    </span>
  );
}

/** A list of the API in each of its forms. */
function inEachForm(href: (query?: Query) => string) {
  return (['csv', 'xlsx', 'json'] as const).map((format) => ({
    name: format.toUpperCase(),
    href: href(format === 'json' ? {} : { format }),
  }));
}

function useTakes(): Take[] {
  const t = useTexts(openDataTexts);
  const to = usePaths();
  return [
    { what: t('products'), files: inEachForm(apiPaths.products) },
    { what: t('interfaces'), files: inEachForm(apiPaths.interfaces) },
    { what: t('interfaceGroups'), files: inEachForm(apiPaths.interfaceGroups) },
    { what: t('suppliers'), files: inEachForm(apiPaths.suppliers) },
    { what: t('municipalities'), files: inEachForm(apiPaths.municipalities) },
    { what: t('matrix'), files: inEachForm(apiPaths.matrix) },
    { what: t('answers'), files: [{ name: 'CSV', href: apiPaths.answers() }] },
    { what: t('dump'), files: [{ name: 'JSON', href: apiPaths.dump('manifest.json') }] },
    {
      what: t('feed'),
      files: feedFiles.map((file) => ({ name: feedTypes[file].name, href: to.productsFeed(file) })),
    },
    {
      what: t('catalogue'),
      files: [
        { name: 'Turtle', href: cataloguePaths.turtle() },
        { name: 'JSON-LD', href: cataloguePaths.jsonLd() },
      ],
    },
    {
      what: t('ledger'),
      files: [
        { name: 'JSON', href: apiPaths.ledger() },
        { name: t('ledgerHeads'), href: apiPaths.ledgerHeads() },
      ],
    },
  ];
}
