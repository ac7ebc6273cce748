import { answerShape } from '~/app/answer-words';
import { Alert, BackLink, PageHeading, SummaryList } from '~/app/components';
import { AnswerValue, Lines } from '~/app/components/answer-value';
import { answerTexts } from '~/app/i18n/answers';
import { useText } from '~/app/i18n/language';
import { supplierTexts } from '~/app/i18n/supplier';
import { sectionTexts } from '~/app/i18n/supplier-section';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import { ThreadNotes } from '~/app/threads/thread-notes';
import { EvidenceList } from './evidence-list';
import { groupsOf } from './section-rules';
import type { InstanceView, SectionView } from './section-view';

interface SectionSummaryProps {
  view: SectionView;
  /** The questions that are asked. */
  open: readonly string[];
  /** Why it cannot be changed. */
  because: 'readOnlyState' | 'readOnlyRole';
}

/** A section for those who may read it, but not change it now. */
export function SectionSummary({ view, open, because }: SectionSummaryProps) {
  const text = useText();
  const t = useTexts(sectionTexts);
  const supplier = useTexts(supplierTexts);
  const paths = usePaths();
  const groups = groupsOf(view.instances.filter(({ key }) => open.includes(key)));
  return (
    <>
      <BackLink href={paths.supplier.declaration(view.declarationId)}>{t('backToTasks')}</BackLink>
      <PageHeading caption={view.productName}>{text(view.title)}</PageHeading>
      <Alert kind="info" heading={supplier('readOnlyHeading')}>
        <p>{supplier(because)}</p>
      </Alert>
      {groups.map(({ interfaceId, instances }) => {
        const about = view.interfaces.find(({ id }) => id === interfaceId);
        return (
          <SummaryList
            key={interfaceId ?? 'own'}
            heading={about ? `${text(about.name)} ${about.id}` : t('ownQuestions', { group: text(view.title) })}
            rows={instances.map((instance) => ({
              id: `q-${instance.key}`,
              question: text(view.questions[instance.questionId]?.text ?? { da: '', en: '' }),
              answer: (
                <>
                  <WholeAnswer view={view} instance={instance} />
                  <ThreadNotes
                    threads={view.threads[instance.key] ?? []}
                    href={
                      view.verdicts[instance.key] || view.threads[instance.key]
                        ? paths.supplier.thread(view.declarationId, instance.key)
                        : null
                    }
                  />
                </>
              ),
            }))}
          />
        );
      })}
    </>
  );
}

/** Value, reason and evidence of one answer. */
export function WholeAnswer({ view, instance }: { view: SectionView; instance: InstanceView }) {
  const t = useTexts(answerTexts);
  const text = useText();
  const question = view.questions[instance.questionId];
  const answer = view.answers[instance.key];
  const evidence = view.evidence[instance.key] ?? [];
  if (!question) return null;
  return (
    <>
      <AnswerValue
        shape={answerShape(question)}
        value={answer?.value ?? null}
        names={view.names}
        question={text(question.text)}
        {...(question.type === 'evidence' && evidence.length > 0 ? { empty: null } : {})}
      />
      {answer?.justification && (
        <p className="sd-small">
          {t('justification')}: <Lines text={answer.justification} />
        </p>
      )}
      {evidence.length > 0 && (
        <EvidenceList items={evidence} types={view.evidenceTypes} municipalityNames={view.names.municipalities} />
      )}
    </>
  );
}
