import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import * as kit from '~/app/components';
import { ErrorPage } from '~/app/components/frame/error-page';
import { Frame } from '~/app/components/frame/frame';
import { LanguageContext } from '~/app/i18n/language';
import { productTypeTexts } from '~/app/i18n/words';
import {
  caseStates,
  interfaceStatuses,
  type Language,
  outcomes,
  rungs,
  supportLevels,
  verdictKinds,
} from '~/workflows/words';

/** Pages that show the kit with content as real as can be, for eyes and for axe. */
export const galleryPages = ['public', 'form', 'work', 'words', 'sign-in', 'error'] as const;
export type GalleryPage = (typeof galleryPages)[number];

/** @returns a whole HTML document */
export function renderGallery(page: GalleryPage, language: Language): string {
  const { title, content } = pages[page];
  const body = renderToStaticMarkup(
    <LanguageContext.Provider value={language}>
      <Frame
        demo
        person={
          page === 'work' || page === 'form'
            ? { name: 'Mette Holm', organisation: 'Fjordbyens Kommune', roles: ['lead-reviewer'] }
            : null
        }
        location={{ pathname: language === 'en' ? '/en/products' : '/products', search: '' }}
        questionnaireSlug="faelleskommunal-infrastruktur"
        crumbs={page === 'public' ? null : [{ label: 'It-systemer', href: '/products' }]}
        title={title}
      >
        {content}
      </Frame>
    </LanguageContext.Provider>,
  );
  return `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} – Snitfladeklar</title><link rel="stylesheet" href="/portal.css"><link rel="icon" href="/favicon.svg"></head><body>${body}</body></html>`;
}

const pages: Record<GalleryPage, { title: string; content: ReactNode }> = {
  public: { title: 'Forside', content: <PublicPage /> },
  form: { title: 'Organisation', content: <FormPage /> },
  work: { title: 'Sag 2026-0042', content: <WorkPage /> },
  words: { title: 'Ord', content: <WordsPage /> },
  'sign-in': { title: 'Log ind', content: <SignInPage /> },
  error: { title: 'Siden findes ikke', content: <ErrorPage error={new Error('broken')} requestId="01JD6Q" /> },
};

function PublicPage() {
  return (
    <>
      <kit.Hero
        title="Er it-systemet klar til den fælleskommunale infrastruktur?"
        lead="Se, hvilke snitflader leverandørernes it-systemer understøtter, og hvor godt det er dokumenteret og gennemgået af kommunerne."
      >
        <form action="/products" role="search">
          <kit.SearchField label="Søg efter it-system, leverandør eller snitflade" name="q" large />
        </form>
      </kit.Hero>
      <kit.Stats
        items={[
          { id: 'products', value: 1204, label: 'it-systemer med godkendte svar', href: '/products' },
          { id: 'suppliers', value: 87, label: 'leverandører' },
          { id: 'interfaces', value: 67, label: 'snitflader i kataloget' },
          { id: 'use', value: '42 %', label: 'af svarene er bekræftet i drift' },
        ]}
      />
      <h2>Find svar</h2>
      <kit.Cards
        level={3}
        items={[
          {
            id: '1',
            icon: 'search',
            heading: 'Find et it-system',
            href: '/products',
            text: <p>Søg og filtrér efter snitflade, understøttelse og leverandør.</p>,
          },
          {
            id: '2',
            icon: 'link',
            heading: 'Slå en snitflade op',
            href: '/interfaces',
            text: <p>Se, hvem der understøtter den, og i hvilken version.</p>,
          },
          {
            id: '3',
            icon: 'check',
            heading: 'Sammenlign',
            href: '/compare',
            text: <p>Stil it-systemer op over for hinanden, snitflade for snitflade.</p>,
          },
        ]}
      />
      <h2>It-systemer</h2>
      <kit.FilteredPage
        filters={
          <kit.FilterPanel action="/products" chosen={chosenFilters} clearHref="/products" keep={{ sort: 'name' }}>
            <kit.SearchField label="Søg" id="filter-q" defaultValue="organisation" />
            <kit.FilterGroup
              name="level"
              label="Understøttelse"
              chosen={['in_production']}
              options={[
                { value: 'in_production', label: 'I drift', count: 312 },
                { value: 'ready', label: 'Klar', count: 48 },
                { value: 'planned', label: 'Planlagt', count: 7 },
              ]}
            />
            <kit.FilterGroup
              name="type"
              label="Type"
              chosen={[]}
              options={Object.entries(productTypeTexts).map(([value, text]) => ({ value, label: text.da, count: 12 }))}
            />
          </kit.FilterPanel>
        }
      >
        <kit.ChosenFilters chosen={chosenFilters} clearHref="/products" />
        <ProductTable />
        <kit.Pagination page={4} pages={12} href={(page) => `/products?page=${page}`} />
      </kit.FilteredPage>
      <Matrix />
    </>
  );
}

const chosenFilters = [
  { label: 'I drift', removeHref: '/products?a' },
  { label: 'SF1500 Organisation', removeHref: '/products?b' },
];

const products = [
  {
    slug: 'sagsflow',
    name: 'SagsFlow',
    supplier: 'Nordlys Software ApS',
    level: 'in_production',
    rung: 'in-use',
    at: '2026-11-03',
  },
  {
    slug: 'omsorg-plus',
    name: 'Omsorg Plus',
    supplier: 'Bælthav Data A/S',
    level: 'ready',
    rung: 'checked',
    at: '2026-09-21',
  },
  {
    slug: 'borgerport',
    name: 'BorgerPort',
    supplier: 'Klitrose IT',
    level: 'in_development',
    rung: 'reviewed',
    at: '2026-10-12',
  },
  {
    slug: 'skolekernen',
    name: 'Skolekernen',
    supplier: 'Nordlys Software ApS',
    level: 'not_supported',
    rung: 'reviewed',
    at: '2026-06-01',
  },
] as const;

function ProductTable() {
  return (
    <kit.DataTable
      caption="It-systemer, der understøtter SF1500 Organisation"
      rows={products}
      rowKey={(row) => row.slug}
      columns={[
        {
          id: 'name',
          header: 'It-system',
          rowHeader: true,
          sort: { href: '?sort=name', direction: 'ascending' },
          cell: (row) => <a href={`/products/${row.slug}`}>{row.name}</a>,
        },
        {
          id: 'supplier',
          header: 'Leverandør',
          sort: { href: '?sort=supplier', direction: null },
          cell: (row) => row.supplier,
        },
        { id: 'level', header: 'Understøttelse', cell: (row) => <kit.SupportLevelTag level={row.level} /> },
        { id: 'rung', header: 'Bevis', cell: (row) => <kit.RungTag rung={row.rung} municipalities={7} /> },
        { id: 'at', header: 'Godkendt', noWrap: true, cell: (row) => <kit.Time value={row.at} only="short-date" /> },
      ]}
    />
  );
}

function Matrix() {
  const columns = [
    'SF1500 Organisation',
    'SF1510 Klassifikation',
    'SF1461 Beskedfordeler',
    'SF1470 Sagsindeks',
    'SF1590 Ydelsesindeks',
    'SF1601 Digital Post',
    'SF1520 Person',
    'SF1530 Virksomhed',
  ];
  return (
    <kit.DataTable
      caption="Sammenligning af fire it-systemer"
      sticky="header-and-first-column"
      onPhone="scroll"
      rows={products}
      rowKey={(row) => row.slug}
      columns={[
        {
          id: 'name',
          header: 'It-system',
          rowHeader: true,
          cell: (row) => <a href={`/products/${row.slug}`}>{row.name}</a>,
        },
        ...columns.map((name, index) => ({
          id: name,
          header: name,
          cell: (row: (typeof products)[number]) => (
            <kit.SupportMatrixCell
              level={supportLevels[(index + row.name.length) % 8] ?? null}
              rung={rungs[(index + row.slug.length) % 5]}
              municipalities={3}
              href={`/products/${row.slug}#${index}`}
            />
          ),
        })),
      ]}
    />
  );
}

function FormPage() {
  const errors = [
    { field: 'level', message: 'Vælg, hvordan it-systemet understøtter snitfladen' },
    { field: 'planned', message: 'Skriv den dato, hvor snitfladen er klar' },
    { field: 'file', message: 'Filen er tom. Vælg en fil med indhold.' },
  ];
  return (
    <>
      <kit.BackLink href="/supplier">Tilbage til spørgeskemaet</kit.BackLink>
      <kit.ErrorSummary errors={errors} />
      <kit.Stepper
        label="Trin"
        current="2"
        steps={[
          { id: '1', title: 'Omfang', href: '/scope' },
          { id: '2', title: 'Spørgsmål' },
          { id: '3', title: 'Kontrollér svar' },
          { id: '4', title: 'Indsend' },
        ]}
      />
      <kit.PageHeading
        caption="SagsFlow"
        lead="Her fortæller I, hvordan it-systemet bruger organisationsdata."
        aside={<kit.CaseStateTag state="draft" />}
      >
        Organisation
      </kit.PageHeading>
      <form method="post">
        <kit.RadioGroup
          name="level"
          label="Hvordan understøtter it-systemet SF1500 Organisation?"
          labelSize="large"
          hint="Vælg det, der gælder for den version, kommunerne kan købe i dag."
          error={kit.errorOf(errors, 'level')}
          defaultValue="planned"
          extra={
            <kit.Details summary="Derfor spørger vi">
              <p>Organisation er grundlaget for rettigheder og sagsfordeling i næsten alle it-systemer.</p>
            </kit.Details>
          }
          choices={[
            { value: 'in_production', label: 'I drift', hint: 'Mindst én kommune bruger det i drift.' },
            { value: 'ready', label: 'Klar' },
            {
              value: 'planned',
              label: 'Planlagt',
              content: (
                <kit.DateInput
                  name="planned"
                  label="Hvornår er det klar?"
                  hint="Skriv den dato, I har besluttet."
                  error="Skriv den dato, hvor snitfladen er klar"
                />
              ),
            },
            { value: 'not_supported', label: 'Understøttes ikke', disabled: true },
          ]}
        />
        <kit.SaveStatus status={{ state: 'saved', at: '2026-11-24T13:32:00Z' }} />
        <kit.TextArea
          name="justification"
          label="Begrundelse"
          labelSize="large"
          limit={2000}
          optional
          defaultValue="Vi henter organisationsenheder og ansættelser hver nat og abonnerer på ændringer."
          hint="Skriv, hvad I henter, hvor ofte, og hvad I ikke bruger."
        />
        <kit.CheckboxGroup
          name="operations"
          label="Hvilke operationer bruger I?"
          defaultValues={['read']}
          choices={[
            { value: 'read', label: 'Læs' },
            { value: 'list', label: 'List' },
            { value: 'search', label: 'Søg', hint: 'Også søgning på tværs af enheder.' },
          ]}
        />
        <kit.TextInput name="version" label="Version" width="s" hint="For eksempel 6.0." />
        <kit.NumberInput name="count" label="Antal kommuner i drift" suffix="kommuner" />
        <kit.Select
          name="municipality"
          label="Referencekommune"
          options={[
            { value: '0101', label: 'Københavns Kommune' },
            { value: '0751', label: 'Aarhus Kommune' },
          ]}
        />
        <kit.FileInput
          name="file"
          label="Vedhæft dokumentation"
          hint="For eksempel en testrapport."
          formats={['pdf', 'png', 'jpeg', 'docx', 'xlsx', 'csv', 'txt', 'xml']}
          maxBytes={20_000_000}
          error={kit.errorOf(errors, 'file')}
        />
        <kit.RadioGroup
          name="yes"
          label="Er serviceaftalen godkendt?"
          inline
          choices={[
            { value: 'yes', label: 'Ja' },
            { value: 'no', label: 'Nej' },
          ]}
        />
        <kit.Checkbox
          name="solemn"
          label="Jeg indestår for, at oplysningerne er rigtige"
          error="Sæt kryds for at indsende"
        />
        <kit.ButtonGroup>
          <kit.Button>Gem og fortsæt</kit.Button>
          <kit.Button kind="secondary" icon="attach-file">
            Tilføj link
          </kit.Button>
          <kit.Button kind="tertiary">Gem og luk</kit.Button>
          <kit.Button kind="warning">Træk tilbage</kit.Button>
          <kit.Button kind="secondary" small>
            Lille
          </kit.Button>
          <kit.Button disabled>Kan ikke bruges</kit.Button>
          <kit.Button kind="link">Fortryd</kit.Button>
        </kit.ButtonGroup>
        <kit.SaveStatus status={{ state: 'saving' }} />
        <kit.SaveStatus status={{ state: 'waiting' }} />
        <kit.SaveStatus status={{ state: 'conflict' }} />
        <kit.SaveStatus status={{ state: 'failed' }} />
      </form>
    </>
  );
}

function WorkPage() {
  return (
    <>
      <kit.PageHeading
        caption="Nordlys Software ApS"
        lead="Indsendt 3. november 2026. Gennemgangen skal være færdig senest 1. december."
        aside={<kit.CaseStateTag state="review" />}
      >
        SagsFlow
      </kit.PageHeading>
      <kit.Alert kind="success" heading="Erklæringen er indsendt" role="status">
        <p>Sagsnummeret er 2026-0042. I får besked, når en kommune har gennemgået den.</p>
      </kit.Alert>
      <kit.Alert kind="info" heading="Fire svar er ændret siden sidste afgørelse" />
      <kit.Alert kind="warning">
        <p>
          Tre dokumenter udløber inden for 30 dage. <a href="/evidence">Se dem</a>
        </p>
      </kit.Alert>
      <kit.Alert kind="error" heading="Sagen er ændret, siden du åbnede den" />
      <kit.ProgressBar label="Påkrævede spørgsmål besvaret" done={34} total={52} />
      <kit.TaskList
        groups={[
          {
            id: 'general',
            title: 'Generelt',
            tasks: [
              { id: 'a', title: 'Om it-systemet', href: '/a', state: 'done', hint: 'Cirka 10 minutter' },
              { id: 'b', title: 'Data og drift', href: '/b', state: 'in-progress', stateText: '3 af 8' },
            ],
          },
          {
            id: 'interfaces',
            title: 'Snitflader',
            tasks: [
              { id: 'c', title: 'Organisation', href: '/c', state: 'not-started' },
              {
                id: 'd',
                title: 'Klassifikation',
                href: '/d',
                state: 'has-errors',
                hint: 'To svar mangler dokumentation',
              },
              { id: 'e', title: 'Kontrollér og indsend', state: 'cannot-start' },
            ],
          },
        ]}
      />
      <kit.SummaryList
        heading="Organisation"
        rows={[
          {
            id: 'q1',
            question: 'Hvordan understøtter it-systemet SF1500 Organisation?',
            answer: <kit.SupportLevelTag level="planned" plannedFor="2027-03-01" />,
            changeHref: '/c#q1',
          },
          {
            id: 'q2',
            question: 'Begrundelse',
            answer: 'Vi henter organisationsenheder og ansættelser hver nat og abonnerer på ændringer.',
            changeHref: '/c#q2',
          },
          { id: 'q3', question: 'Hvilken version bruger I?', answer: null, changeHref: '/c#q3' },
        ]}
      />
      <h2>Svaret er ændret</h2>
      <kit.Diff
        parts={[
          { kind: 'same', text: 'Vi henter organisationsenheder ' },
          { kind: 'removed', text: 'hver uge' },
          { kind: 'added', text: 'hver nat og abonnerer på ændringer' },
          { kind: 'same', text: '.' },
        ]}
      />
      <kit.InsetText>
        <p>Svaret offentliggøres, når det er godkendt.</p>
      </kit.InsetText>
      <kit.InsetText tone="accent">
        <p>Kommunen har bedt om en nyere testrapport.</p>
      </kit.InsetText>
      <kit.InsetText tone="internal">
        <p>
          <strong>Intern note</strong> – leverandøren kan ikke se den.
        </p>
      </kit.InsetText>
      <kit.Accordion
        items={[
          {
            id: 'acc-1',
            heading: 'Adgangsstyring',
            aside: '8 af 8 vurderet',
            open: true,
            content: <p>Alle svar er vurderet.</p>,
          },
          { id: 'acc-2', heading: 'Organisation', aside: '3 af 9 vurderet', content: <p>Seks svar mangler.</p> },
        ]}
      />
      <h2>Historik</h2>
      <kit.Timeline
        entries={[
          { id: '1', title: 'Indsendt', at: '2026-11-03T08:12:00Z', by: 'Nordlys Software ApS' },
          {
            id: '2',
            title: 'Under gennemgang',
            at: '2026-11-04T10:00:00Z',
            by: 'Fjordbyens Kommune',
            state: 'current',
            text: <p>Fem afsnit er fordelt.</p>,
          },
          { id: '3', title: 'Frist for gennemgang', at: '2026-12-01T10:00:00Z', state: 'future' },
        ]}
      />
      <h2>Fakta</h2>
      <kit.Definition
        compact
        items={[
          { id: 'cvr', term: 'CVR-nummer', description: '00 12 34 56' },
          { id: 'number', term: 'Sagsnummer', description: '2026-0042' },
          { id: 'at', term: 'Indsendt', description: <kit.Time value="2026-11-03T08:12:00Z" /> },
        ]}
      />
      <kit.Definition
        items={[{ id: 'rung', term: 'Trin på parathedsstigen', description: 'Hvor langt et godkendt svar er bevist.' }]}
      />
      <kit.EmptyState
        heading="Ingen sager lige nu"
        action={<kit.ButtonLink href="/review">Se alle sager</kit.ButtonLink>}
      >
        <p>Når en leverandør indsender en erklæring til jeres kommune, står den her.</p>
      </kit.EmptyState>
      <kit.CopyLink href="https://portal.example.dk/products/sagsflow" />
    </>
  );
}

function WordsPage() {
  const list = (heading: string, tags: ReactNode[]) => (
    <>
      <h2 className="h4">{heading}</h2>
      <ul className="nobullet-list">
        {tags.map((tag, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list
          <li key={index}>{tag}</li>
        ))}
      </ul>
    </>
  );
  return (
    <>
      <kit.PageHeading>Ord</kit.PageHeading>
      {list(
        'Understøttelse',
        [...supportLevels, null].map((level) => <kit.SupportLevelTag key={level} level={level} />),
      )}
      {list(
        'Trin',
        rungs.map((rung) => <kit.RungTag key={rung} rung={rung} municipalities={12} />),
      )}
      {list(
        'Sager',
        caseStates.map((state) => <kit.CaseStateTag key={state} state={state} />),
      )}
      {list(
        'Vurderinger',
        verdictKinds.map((verdict) => <kit.VerdictTag key={verdict} verdict={verdict} />),
      )}
      {list(
        'Afgørelser',
        outcomes.map((outcome) => <kit.OutcomeTag key={outcome} outcome={outcome} />),
      )}
      {list(
        'Snitflader',
        interfaceStatuses.map((status) => <kit.InterfaceStatusTag key={status} status={status} />),
      )}
    </>
  );
}

function SignInPage() {
  return (
    <kit.SignIn
      returnPath="/supplier"
      notice="signInFirst"
      provider="MitID Erhverv"
      refused={null}
      demoPeople={[
        { person: 'supplier-editor', name: 'Sofie Lund', role: 'editor', organisation: 'Nordlys Software ApS' },
        { person: 'supplier-signatory', name: 'Jens Krogh', role: 'signatory', organisation: 'Nordlys Software ApS' },
        { person: 'lead-a', name: 'Mette Holm', role: 'lead-reviewer', organisation: 'Aarhus Kommune' },
        { person: 'coordinator', name: 'Ida Bech', role: 'coordinator', organisation: null },
      ]}
    />
  );
}
