import { TaskList, type TaskState } from '~/app/components';
import { handoverTexts } from '~/app/i18n/handovers';
import { useText } from '~/app/i18n/language';
import { declarationTexts } from '~/app/i18n/supplier-declaration';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import { HeldBy } from '~/app/people/handover-notice';
import type { DeclarationView } from './declaration-view.server';

/** The task list: scope, sections, submission, each with its state in words. */
export function Tasks({ view }: { view: DeclarationView }) {
  const t = useTexts(declarationTexts);
  const text = useText();
  const paths = usePaths();
  const handover = useTexts(handoverTexts);
  const { declarationId } = view;
  const counts = (section: DeclarationView['sections'][number]) =>
    [
      t('requiredCount', { done: section.requiredAnswered, total: section.required }),
      section.questions > section.required &&
        t('optionalCount', {
          done: section.answered - section.requiredAnswered,
          total: section.questions - section.required,
        }),
      section.evidenceRequired > 0 &&
        t('evidenceCount', { done: section.evidenceAttached, total: section.evidenceRequired }),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <section>
      <h2>{t('tasksHeading')}</h2>
      <TaskList
        level={3}
        groups={[
          {
            id: 'scope',
            title: t('groupScope'),
            tasks: [
              {
                id: 'scope',
                title: t('scopeTask'),
                href: paths.supplier.scope(declarationId),
                hint: t('scopeHint', { count: view.scopeCount }),
                state: view.isScopeConfirmed ? 'done' : 'not-started',
                ...(view.isScopeConfirmed ? {} : { stateText: t('scopeToConfirm') }),
              },
            ],
          },
          {
            id: 'answers',
            title: t('groupAnswers'),
            tasks: view.sections.map((section) => ({
              id: section.sectionId,
              title: text(section.title),
              href: paths.supplier.section(declarationId, section.sectionId),
              hint: (
                <>
                  {counts(section)}
                  {section.held && <HeldBy held={section.held} />}
                </>
              ),
              state: stateOf(section),
              ...(section.toChange > 0 ? { stateText: t('toChange', { count: section.toChange }) } : {}),
            })),
          },
          {
            id: 'submit',
            title: t('groupSubmit'),
            tasks: [
              {
                id: 'check',
                title: t('checkTask'),
                href: paths.supplier.check(declarationId),
                ...(view.maySubmit || !view.isEditable ? {} : { hint: t('checkHintEditor') }),
                state: !view.isEditable ? 'done' : canSubmitNow(view) ? 'not-started' : 'cannot-start',
                ...(view.isEditable && !canSubmitNow(view) ? { stateText: t('notReady') } : {}),
                ...(view.isEditable && canSubmitNow(view) ? { stateText: t('ready') } : {}),
              },
            ],
          },
        ]}
      />
      {(view.isEditable || view.hasHandovers) && (
        <p className="sd-small">
          <a href={paths.supplier.handovers(declarationId)}>
            {view.isEditable ? handover('link') : handover('linkOpen')}
          </a>
        </p>
      )}
    </section>
  );
}

function canSubmitNow({ isComplete, isScopeConfirmed }: DeclarationView): boolean {
  return isComplete && isScopeConfirmed;
}

function stateOf({ toChange, missing, answered }: DeclarationView['sections'][number]): TaskState {
  if (toChange > 0) return 'has-errors';
  if (missing === 0) return 'done';
  return answered === 0 ? 'not-started' : 'in-progress';
}
