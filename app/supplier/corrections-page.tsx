import { type AnswerNames, answerInWords } from '~/app/answer-words';
import {
  Alert,
  BackLink,
  Button,
  ButtonGroup,
  ButtonLink,
  Checkbox,
  Details,
  Diff,
  EmptyState,
  ErrorSummary,
  errorOf,
  FieldError,
  type FieldProblem,
  PageHeading,
  Tag,
} from '~/app/components';
import { AnswerValue, Lines } from '~/app/components/answer-value';
import { correctionTexts } from '~/app/i18n/corrections';
import { formatList, useFormat } from '~/app/i18n/format';
import { useLanguage, useText } from '~/app/i18n/language';
import { useRefusal } from '~/app/i18n/refusals';
import { submissionTexts } from '~/app/i18n/supplier-submission';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import { diffWords } from '~/workflows/diff';
import type { Refusal } from '~/workflows/refusal';
import type { CorrectionsView } from './corrections-view.server';
import { QuestionAnchor } from './missing-list';

/** What became of what was sent. */
export interface CorrectionsNotice {
  refusal: Refusal | null;
  errors: readonly FieldProblem[];
  /** What was ticked, where something was sent in vain. */
  chosen: readonly string[] | null;
}

type Comparable = Extract<CorrectionsView, { published: object }>;
type Change = Comparable['changes'][number];

/** One published answer is corrected and sent alone; everything else that is public stands as it is. */
export function CorrectionsPage({ view, notice }: { view: CorrectionsView; notice: CorrectionsNotice }) {
  const t = useTexts(correctionTexts);
  const paths = usePaths();
  const sentence = useRefusal();
  const { declarationId, productName } = view;
  return (
    <>
      <BackLink href={paths.supplier.declaration(declarationId)}>{t('back')}</BackLink>
      <ErrorSummary errors={notice.errors} />
      {notice.refusal && (
        <Alert kind="error" heading={t('refusedHeading')} role="alert">
          {sentence(notice.refusal)}
        </Alert>
      )}
      <PageHeading caption={productName} lead={t('lead')}>
        {t('title')}
      </PageHeading>
      {view.published === null ? (
        <EmptyState heading={t('nothingHeading')}>
          <p>{t('nothingText')}</p>
        </EmptyState>
      ) : (
        <>
          <Standing view={view} />
          {view.isEditable && view.published.isComparable && view.changes.length > 0 && (
            <Changes view={view} notice={notice} />
          )}
          <Published view={view} />
        </>
      )}
    </>
  );
}

/** Why nothing can be corrected now, where that is so. */
function Standing({ view }: { view: Comparable }) {
  const t = useTexts(correctionTexts);
  const paths = usePaths();
  const { published, declarationId, isEditable, isClosed } = view;
  if (!published.isComparable) {
    return (
      <Alert kind="info">
        <p>{t('otherVersion', { present: view.version, earlier: published.version })}</p>
        <a href={paths.supplier.declaration(declarationId)}>{t('toTasks')}</a>
      </Alert>
    );
  }
  if (isEditable || isClosed || !view.isOwn) return null;
  const isElsewhere = view.case !== null && view.state !== 'draft';
  return (
    <Alert kind="info">
      <p>{isElsewhere ? t('withMunicipality', { number: view.case?.number ?? '' }) : t('notNow')}</p>
      <a href={paths.supplier.declaration(declarationId)}>{t('back')}</a>
    </Alert>
  );
}

function Changes({ view, notice }: { view: Comparable; notice: CorrectionsNotice }) {
  const t = useTexts(correctionTexts);
  const submission = useTexts(submissionTexts);
  const language = useLanguage();
  const paths = usePaths();
  const { changes, outOfReach, published, declarationId, signatories, maySend } = view;
  const confirmError = errorOf(notice.errors, 'confirm');
  const chooseError = errorOf(notice.errors, 'only');
  const names = formatList(signatories, language);
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{t('changesHeading')}</h2>
      <p>{t('changesLead', { number: String(published.number) })}</p>
      <form method="post" action={paths.supplier.corrections(declarationId)} noValidate>
        <input type="hidden" name="version" value={view.case?.version ?? 0} />
        {chooseError && <FieldError>{chooseError}</FieldError>}
        <ul className="sd-proposal-list" id="only" tabIndex={-1}>
          {changes.map((change) => (
            <Correction
              key={change.key}
              view={view}
              change={change}
              isChosen={notice.chosen ? notice.chosen.includes(change.key) : change.isChosen}
            />
          ))}
        </ul>
        {outOfReach > 0 && <p>{t('outOfReach', { count: outOfReach })}</p>}
        {published.hasOthers && <p>{t('unsent')}</p>}
        {maySend ? (
          <>
            <h3>{t('sendHeading')}</h3>
            <Checkbox
              name="confirm"
              label={submission('confirmLabel')}
              {...(confirmError ? { error: confirmError } : {})}
            />
            <ButtonGroup>
              <Button name="act" value="send">
                {t('send')}
              </Button>
              <ButtonLink kind="secondary" href={paths.supplier.check(declarationId)}>
                {t('wholeInstead')}
              </ButtonLink>
            </ButtonGroup>
          </>
        ) : (
          <p>
            {signatories.length === 0
              ? submission('whoSubmitsNobody')
              : submission(signatories.length === 1 ? 'whoSubmits' : 'whoSubmitsMany', { names })}
          </p>
        )}
      </form>
    </section>
  );
}

function Correction({ view, change, isChosen }: { view: Comparable; change: Change; isChosen: boolean }) {
  const t = useTexts(correctionTexts);
  const text = useText();
  const paths = usePaths();
  const parts = usePartsOf(change, view.names);
  const name = [change.about && text(change.about.name), text(change.text)].filter(Boolean).join(': ');
  return (
    <li className="sd-proposal">
      <h3 className="h5">
        <QuestionAnchor link={change} declarationId={view.declarationId} />{' '}
        {!change.isPublic && <Tag>{t('notPublic')}</Tag>}
      </h3>
      <dl className="sd-proposal-change">
        {parts.map(({ id, label, before, after }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>
              <Diff parts={diffWords(before, after)} />
            </dd>
          </div>
        ))}
      </dl>
      <Checkbox
        name="only"
        id={`only-${change.key}`}
        value={change.key}
        defaultChecked={isChosen}
        label={
          <>
            {t('sendThis')}
            <span className="sr-only"> – {name}</span>
          </>
        }
      />
      <p className="sd-small">
        <a href={`${paths.supplier.section(view.declarationId, change.sectionId)}#q-${change.key}`}>
          {t('changeAgain')}
          <span className="sr-only"> – {name}</span>
        </a>
      </p>
    </li>
  );
}

/** Value, reasons and evidence, each where it differs. */
function usePartsOf({ before, after }: Change, names: AnswerNames) {
  const t = useTexts(correctionTexts);
  const language = useLanguage();
  const said = (one: Change['before']) => ({
    value: one ? answerInWords(one.shape, one.value, language, names).join('\n') : '',
    reason: one?.justification ?? '',
    evidence: (one?.evidence ?? []).join('\n'),
  });
  const [was, is] = [said(before), said(after)];
  return [
    { id: 'value', label: t('valueLabel'), before: was.value, after: is.value },
    { id: 'reason', label: t('reasonLabel'), before: was.reason, after: is.reason },
    { id: 'evidence', label: t('evidenceLabel'), before: was.evidence, after: is.evidence },
  ].filter((part) => part.before !== part.after);
}

function Published({ view }: { view: Comparable }) {
  const t = useTexts(correctionTexts);
  const text = useText();
  const format = useFormat();
  const paths = usePaths();
  const { published, declarationId } = view;
  const mayCorrect = published.isComparable && view.isOwn && (view.isEditable || view.isClosed);
  return (
    <section aria-labelledby="published">
      <h2 id="published">{t('publishedHeading')}</h2>
      <p>{t('publishedLead', { number: String(published.number), date: format.date(published.publishedOn) })}</p>
      <form method="post" action={paths.supplier.corrections(declarationId)}>
        {published.sections.map((section) => (
          <Details
            key={section.id}
            summary={t('answersIn', { section: text(section.title), count: section.answers.length })}
            open={published.sections.length === 1}
          >
            <ul className="sd-plain-list">
              {section.answers.map((answer) => (
                <li key={answer.key}>
                  <h3 className="h5">
                    {answer.about && `${text(answer.about.name)}: `}
                    {text(answer.text)} {answer.isChanged && <Tag tone="info">{t('changed')}</Tag>}
                  </h3>
                  <AnswerValue
                    shape={answer.shape}
                    value={answer.value}
                    names={view.names}
                    question={text(answer.text)}
                    empty={answer.evidence.length > 0 ? null : undefined}
                  />
                  {answer.justification && (
                    <p className="sd-small">
                      {t('reasonLabel')}: <Lines text={answer.justification} />
                    </p>
                  )}
                  {answer.evidence.length > 0 && (
                    <p className="sd-small">
                      {t('evidenceLabel')}: <Lines text={answer.evidence.join('\n')} />
                    </p>
                  )}
                  {mayCorrect && (
                    <div className="sd-answer-act">
                      <Button kind="secondary" small name="correct" value={answer.key}>
                        {t('correct')}
                        <span className="sr-only"> – {text(answer.text)}</span>
                      </Button>
                    </div>
                  )}
                </li>
              ))}
            </ul>
          </Details>
        ))}
      </form>
    </section>
  );
}
