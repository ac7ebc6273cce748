import { answerShape } from '~/app/answer-words';
import { Alert, BackLink, PageHeading, SummaryList, type SummaryRow } from '~/app/components';
import { AnswerValue, Lines } from '~/app/components/answer-value';
import { answerTexts } from '~/app/i18n/answers';
import { formatList } from '~/app/i18n/format';
import { useLanguage, useText } from '~/app/i18n/language';
import { sectionTexts } from '~/app/i18n/supplier-section';
import { submissionTexts } from '~/app/i18n/supplier-submission';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { AnswerValue as Value } from '~/workflows/questionnaire/answer';
import type { Question } from '~/workflows/questionnaire/definition';
import type { Text } from '~/workflows/words';
import type { CheckView } from './check-view.server';
import { EvidenceList } from './evidence-list';
import type { EvidenceView } from './evidence-view';
import { MissingList } from './missing-list';
import { SubmitForm } from './submit-form';

/** A question as the check page shows it. */
export interface CheckedQuestion extends Pick<Question, 'type' | 'options' | 'columns'> {
  key: string;
  text: Text;
  about: { id: string; name: Text } | null;
  value: Value;
  justification: string | null;
  evidence: EvidenceView[];
}

/** Every answer, what is missing, and the act itself. */
export function CheckPage({ view }: { view: CheckView }) {
  const t = useTexts(submissionTexts);
  const section = useTexts(sectionTexts);
  const paths = usePaths();
  const { declaration } = view;
  const { isEditable, declarationId } = declaration;
  return (
    <>
      <BackLink href={paths.supplier.declaration(declarationId)}>{section('backToTasks')}</BackLink>
      <PageHeading caption={declaration.productName} lead={isEditable ? t('checkLead') : undefined}>
        {t(isEditable ? 'checkTitle' : 'checkReadTitle')}
      </PageHeading>
      {isEditable && <Readiness view={view} />}
      <ScopeRows view={view} />
      {view.sections.map((each) => (
        <SectionRows key={each.id} view={view} section={each} />
      ))}
      {isEditable && <Act view={view} />}
    </>
  );
}

function Readiness({ view }: { view: CheckView }) {
  const t = useTexts(submissionTexts);
  const paths = usePaths();
  const { declaration } = view;
  const count = declaration.missing.length + (declaration.isScopeConfirmed ? 0 : 1);
  if (count === 0) return <Alert kind="success" heading={t('readyHeading')} />;
  return (
    <Alert kind="warning" heading={t('blockedHeading', { count })}>
      {!declaration.isScopeConfirmed && (
        <p>
          <a href={paths.supplier.scope(declaration.declarationId)}>{t('blockedScope')}</a>
        </p>
      )}
      <MissingList view={declaration} />
    </Alert>
  );
}

function ScopeRows({ view }: { view: CheckView }) {
  const t = useTexts(submissionTexts);
  const text = useText();
  const language = useLanguage();
  const paths = usePaths();
  const { declarationId, isEditable } = view.declaration;
  const nameOf = (item: CheckView['scope'][number]) => `${text(item.name)} (${item.id})`;
  const excluded = view.scope.filter(({ isIncluded, isProposed }) => isProposed && !isIncluded);
  const rows: SummaryRow[] = [
    {
      id: 'scope-included',
      question: t('scopeIncluded'),
      answer: formatList(view.scope.filter(({ isIncluded }) => isIncluded).map(nameOf), language),
      ...(isEditable ? { changeHref: paths.supplier.scope(declarationId) } : {}),
    },
  ];
  if (excluded.length > 0) {
    rows.push({
      id: 'scope-excluded',
      question: t('scopeExcluded'),
      answer: (
        <ul className="sd-answer-list">
          {excluded.map((item) => (
            <li key={item.id}>
              {nameOf(item)}: {item.reason}
            </li>
          ))}
        </ul>
      ),
    });
  }
  return <SummaryList heading={t('scopeHeading')} rows={rows} />;
}

function SectionRows({ view, section }: { view: CheckView; section: CheckView['sections'][number] }) {
  const text = useText();
  const paths = usePaths();
  const { declarationId, isEditable } = view.declaration;
  const sectionHref = paths.supplier.section(declarationId, section.id);
  return (
    <SummaryList
      heading={text(section.title)}
      rows={section.questions.map((question) => ({
        id: question.key,
        question: question.about ? (
          <>
            <span className="sd-small sd-muted">
              {text(question.about.name)} ({question.about.id})
            </span>
            <br />
            {text(question.text)}
          </>
        ) : (
          text(question.text)
        ),
        answer: <CheckedAnswer view={view} question={question} />,
        ...(isEditable
          ? {
              changeHref: `${sectionHref}#q-${question.key}`,
              changeLabel: question.about
                ? `${text(question.about.name)}: ${text(question.text)}`
                : text(question.text),
            }
          : {}),
      }))}
    />
  );
}

function CheckedAnswer({ view, question }: { view: CheckView; question: CheckedQuestion }) {
  const t = useTexts(answerTexts);
  const text = useText();
  const hidesEmpty = question.type === 'evidence' && question.evidence.length > 0;
  return (
    <>
      <AnswerValue
        shape={answerShape(question)}
        value={question.value}
        names={view.names}
        question={text(question.text)}
        {...(hidesEmpty ? { empty: null } : {})}
      />
      {question.justification && (
        <p className="sd-small">
          {t('justification')}: <Lines text={question.justification} />
        </p>
      )}
      {question.evidence.length > 0 && (
        <EvidenceList
          items={question.evidence}
          types={view.evidenceTypes}
          municipalityNames={view.names.municipalities}
        />
      )}
    </>
  );
}

function Act({ view }: { view: CheckView }) {
  const t = useTexts(submissionTexts);
  const language = useLanguage();
  const { declaration, signatories } = view;
  if (!declaration.maySubmit) {
    const names = formatList(signatories, language);
    return (
      <section>
        <h2>{t('submitHeading')}</h2>
        <p>
          {signatories.length === 0
            ? t('whoSubmitsNobody')
            : t(signatories.length === 1 ? 'whoSubmits' : 'whoSubmitsMany', { names })}
        </p>
      </section>
    );
  }
  if (!declaration.isComplete || !declaration.isScopeConfirmed || !declaration.case) return null;
  return (
    <section>
      <h2>{t('submitHeading')}</h2>
      <p>{t('whatHappens')}</p>
      <SubmitForm
        declarationId={declaration.declarationId}
        about={declaration.case}
        isAgain={declaration.state === 'changes-requested'}
      />
    </section>
  );
}
