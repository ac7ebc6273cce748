import { useText } from '~/app/i18n/language';
import { declarationTexts } from '~/app/i18n/supplier-declaration';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { AnswerProblem } from '~/workflows/questionnaire/answer';
import type { DeclarationView } from './declaration-view.server';
import type { QuestionLink } from './question-label';

/** Everything that blocks submission, each with a link to its place. */
export function MissingList({ view }: { view: Pick<DeclarationView, 'missing' | 'declarationId' | 'sections'> }) {
  const text = useText();
  const t = useTexts(declarationTexts);
  const sections = view.sections.filter(({ missing }) => missing > 0);
  return sections.map((section) => (
    <div key={section.sectionId}>
      <p>
        <strong>{text(section.title)}</strong>
      </p>
      <ul className="sd-links">
        {view.missing
          .filter(({ sectionId }) => sectionId === section.sectionId)
          .map((item) => (
            <li key={item.key}>
              <QuestionAnchor link={item} declarationId={view.declarationId} /> – {t(missingKey(item.problem))}
            </li>
          ))}
      </ul>
    </div>
  ));
}

function missingKey(problem: AnswerProblem) {
  if (problem === 'required' || problem === 'must-be-confirmed') return 'missingAnswer';
  if (problem === 'evidence-required') return 'missingEvidence';
  if (problem === 'planned-date-past') return 'missingPlan';
  return problem === 'justification-required' ? 'missingReason' : 'missingOther';
}

export function QuestionAnchor({ link, declarationId }: { link: QuestionLink; declarationId: string }) {
  const text = useText();
  const paths = usePaths();
  return (
    <a href={`${paths.supplier.section(declarationId, link.sectionId)}#q-${link.key}`}>
      {link.about && `${text(link.about.name)}: `}
      {text(link.text)}
    </a>
  );
}
