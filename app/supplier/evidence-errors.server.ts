import type { FieldProblem } from '~/app/components';
import { evidenceProblemTexts, fileProblemTexts } from '~/app/i18n/answers';
import { translator } from '~/app/i18n/texts';
import { type EvidenceProblems, evidenceFields } from '~/workflows/evidence';
import type { FileProblem } from '~/workflows/evidence-file';
import type { Language } from '~/workflows/words';

/** What is wrong with new evidence, in the order of the form. */
export function evidenceErrors(
  problems: EvidenceProblems,
  fileProblem: FileProblem | null,
  language: Language,
): FieldProblem[] {
  const t = translator(evidenceProblemTexts, language);
  const errors = evidenceFields.flatMap((field): FieldProblem[] => {
    const problem = problems[field];
    if (field === 'file' && fileProblem) {
      return [{ field, message: translator(fileProblemTexts, language)(fileProblem) }];
    }
    return problem ? [{ field: field === 'questionKeys' ? null : field, message: t(problem) }] : [];
  });
  return errors;
}
