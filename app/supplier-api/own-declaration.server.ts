import { exportDeclaration } from '~/app/exchange/export-declaration';
import { apiPaths, paths } from '~/app/paths';
import { withPastPlans } from '~/db/cases/past-plans';
import { findDeclarationFor, type LoadedDeclaration } from '~/db/declarations';
import { writeInterchange } from '~/workflows/interchange/declaration';
import { isEditableState } from '~/workflows/supplier-rights';
import type { SupplierRequest } from './answer.server';
import { SupplierProblem } from './problem';
import type { AskedQuestion, DeclarationStatus } from './schemas';

/** @throws SupplierProblem 404 alike for what does not exist and for what the token is not good for */
export async function requireOwnDeclaration({ context, bearer, id }: SupplierRequest): Promise<LoadedDeclaration> {
  const loaded = await findDeclarationFor(context.db, bearer.actor, id);
  if (!loaded) throw SupplierProblem.notFound();
  return withPastPlans(context.db, loaded, context.now());
}

/** The declaration as it is sent, in bytes that its ETag is of. */
export function bodyOf(loaded: LoadedDeclaration): string {
  return writeInterchange(exportDeclaration(loaded));
}

export function statusOf(
  { declaration, completeness, case: current }: LoadedDeclaration,
  { publicUrl, waitingProposals }: { publicUrl: string; waitingProposals: number },
): DeclarationStatus {
  const { id } = declaration;
  const total = (count: (section: (typeof completeness.sections)[number]) => number) =>
    completeness.sections.reduce((sum, section) => sum + count(section), 0);
  return {
    id,
    case: current?.number ?? null,
    state: current?.state ?? null,
    isEditable: current?.isOpen === true && isEditableState(current.state),
    questions: total(({ questions }) => questions),
    answered: total(({ answered }) => answered),
    required: total(({ required }) => required),
    requiredAnswered: total(({ requiredAnswered }) => requiredAnswered),
    missing: total(({ missing }) => missing.length),
    waitingProposals,
    links: {
      self: publicUrl + apiPaths.ownDeclaration(id),
      questions: publicUrl + apiPaths.ownQuestions(id),
      proposals: publicUrl + apiPaths.ownProposals(id),
      html: publicUrl + paths('da').supplier.declaration(id),
    },
  };
}

/** The questions that are asked now, in the questionnaire's order. */
export function questionsOf({ instances, completeness, answers }: LoadedDeclaration): AskedQuestion[] {
  const missing = new Map(
    completeness.sections.flatMap((section) => section.missing.map(({ key, problem }) => [key, problem] as const)),
  );
  return instances
    .filter(({ key }) => completeness.open.has(key))
    .map(({ key, question, sectionId, interfaceId }) => ({
      key,
      section: sectionId,
      interface: interfaceId,
      type: question.type,
      isRequired: question.required,
      text: { da: question.text.da, en: question.text.en },
      options: (question.options ?? []).map((option) => ({
        value: option.value,
        text: { da: option.text.da, en: option.text.en },
      })),
      isAnswered: answers.get(key)?.value != null,
      missing: missing.get(key) ?? null,
    }));
}
