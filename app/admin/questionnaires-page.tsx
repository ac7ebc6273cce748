import {
  Alert,
  Button,
  ButtonGroup,
  DataTable,
  Details,
  EmptyState,
  ErrorSummary,
  type FieldProblem,
  PageHeading,
  Time,
} from '~/app/components';
import { Changes } from '~/app/components/questionnaire/changes';
import { useFormat } from '~/app/i18n/format';
import { useLanguage, useText } from '~/app/i18n/language';
import { noticedFieldTexts, questionnaireVersionTexts } from '~/app/i18n/questionnaire-versions';
import { useRefusal } from '~/app/i18n/refusals';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import { costInWords } from '~/app/renewal-words';
import type { HearingGap } from '~/workflows/hearing';
import type { Refusal } from '~/workflows/refusal';
import { DraftHearing, Hearings } from './draft-hearing';
import type { QuestionnairesView } from './questionnaires-view.server';

interface QuestionnairesPageProps {
  view: QuestionnairesView;
  published: string | null;
  refused: { refusal: Refusal | null; gaps: HearingGap[]; typed: Record<string, string> } | undefined;
}

/** Drafts with what they cost, and the versions that are published. */
export function QuestionnairesPage({ view, published, refused }: QuestionnairesPageProps) {
  const t = useTexts(questionnaireVersionTexts);
  const sentence = useRefusal();
  const errors: FieldProblem[] = (refused?.gaps ?? []).map(({ field, refusal }) => ({
    field,
    message: sentence(refusal),
  }));
  if (refused?.refusal) errors.push({ field: null, message: sentence(refused.refusal) });
  return (
    <>
      <ErrorSummary errors={errors} />
      {published && !refused && <Alert kind="success" heading={t('published', { version: published })} role="status" />}
      <PageHeading lead={t('adminLead')}>{t('adminTitle')}</PageHeading>
      <section aria-labelledby="drafts">
        <h2 id="drafts">{t('draftsHeading')}</h2>
        {view.drafts.length === 0 && (
          <EmptyState heading={t('noDrafts')} level={3}>
            {t('noDraftsText')}
          </EmptyState>
        )}
        {view.drafts.map((draft) => (
          <Draft
            key={`${draft.slug} ${draft.version}`}
            draft={draft}
            mayPublish={view.mayPublish}
            today={view.today}
            typed={refused?.typed ?? {}}
            errors={errors}
          />
        ))}
      </section>
      <Hearings view={view} />
      <section aria-labelledby="published">
        <h2 id="published">{t('publishedHeading')}</h2>
        <Published view={view} />
      </section>
    </>
  );
}

export type DraftView = QuestionnairesView['drafts'][number];

interface DraftProps {
  errors: readonly FieldProblem[];
  draft: DraftView;
  mayPublish: boolean;
  today: string;
  typed: Readonly<Record<string, string>>;
}

function Draft({ draft, mayPublish, today, typed, errors }: DraftProps) {
  const t = useTexts(questionnaireVersionTexts);
  const text = useText();
  const format = useFormat();
  const to = usePaths();
  const { slug, version, hash } = draft;
  return (
    <article aria-labelledby={`draft-${version}`}>
      <h3 id={`draft-${version}`}>{text(draft.title)}</h3>
      <p className="sd-muted">{t('draftMeta', { version, date: format.dateTime(draft.loadedAt) })}</p>
      <Cost draft={draft} />
      <Notices draft={draft} />
      {draft.changes && draft.before && (
        <Details summary={t('changesTitle', { version })}>
          <Changes changes={draft.changes} />
        </Details>
      )}
      {(mayPublish || draft.hearing) && (
        <DraftHearing draft={draft} mayOpen={mayPublish} today={today} typed={typed} errors={errors} />
      )}
      {mayPublish && (
        <form method="post" action={to.admin.questionnaires()}>
          <input type="hidden" name="slug" value={slug} />
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="hash" value={hash} />
          <p>{t('publishHint', { version })}</p>
          <ButtonGroup>
            <Button>{t('publish', { version })}</Button>
          </ButtonGroup>
        </form>
      )}
    </article>
  );
}

function Cost({ draft: { cost } }: { draft: DraftView }) {
  const t = useTexts(questionnaireVersionTexts);
  const language = useLanguage();
  if (!cost) return null;
  return (
    <>
      <h4>{t('costHeading')}</h4>
      <p>
        <strong>{costInWords(cost, language)}</strong>
      </p>
      {cost.products.length > 0 && (
        <Details summary={t('costTable')}>
          <DataTable
            caption={t('costTable')}
            hideCaption
            rows={cost.products}
            rowKey={({ id }) => id}
            columns={[
              { id: 'product', header: t('columnProduct'), rowHeader: true, cell: ({ productName }) => productName },
              { id: 'carried', header: t('columnCarried'), cell: ({ carried }) => carried },
              { id: 'confirm', header: t('columnConfirm'), cell: ({ toConfirm }) => toConfirm },
              { id: 'answer', header: t('columnAnswer'), cell: ({ toAnswer }) => toAnswer },
              { id: 'dropped', header: t('columnDropped'), cell: ({ dropped }) => dropped },
            ]}
          />
        </Details>
      )}
    </>
  );
}

function Notices({ draft: { notices } }: { draft: DraftView }) {
  const t = useTexts(questionnaireVersionTexts);
  const fields = useTexts(noticedFieldTexts);
  const text = useText();
  const format = useFormat();
  if (notices.length === 0) return null;
  return (
    <>
      <h4>{t('noticesHeading')}</h4>
      <ul>
        {notices.map((notice) => (
          <li key={notice.id}>
            {text(notice.text)} ({format.list(notice.fields.map((field) => fields(field)))})
          </li>
        ))}
      </ul>
    </>
  );
}

function Published({ view }: { view: QuestionnairesView }) {
  const t = useTexts(questionnaireVersionTexts);
  const text = useText();
  const to = usePaths();
  return (
    <DataTable
      caption={t('publishedHeading')}
      hideCaption
      rows={view.published}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'questionnaire',
          header: t('columnQuestionnaire'),
          rowHeader: true,
          cell: ({ slug, version, title }) => <a href={to.questionnaire(slug, { version })}>{text(title)}</a>,
        },
        { id: 'version', header: t('columnVersion'), cell: ({ version }) => version },
        {
          id: 'date',
          header: t('columnDate'),
          cell: ({ publishedAt }) => <Time value={publishedAt} only="short-date" />,
        },
        { id: 'declarations', header: t('columnDeclarations'), cell: ({ declarations }) => declarations },
      ]}
    />
  );
}
