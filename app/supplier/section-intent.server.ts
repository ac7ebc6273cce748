import type { Paths } from '~/app/paths';
import type { AnswerEdit } from '~/db/answers';
import type { LoadedDeclaration } from '~/db/declarations';
import type { QuestionKey } from '~/workflows/questionnaire/instances';

/** Why a section's form was sent: where to go once it is saved. */
export type SectionIntent =
  | { kind: 'continue' | 'stay' }
  | { kind: 'row' | 'evidence' | 'theirs' | 'insert' | 'keep' | 'clear'; key: QuestionKey }
  | { kind: 'detach'; key: QuestionKey; evidenceId: string }
  | { kind: 'accept' | 'decline'; key: QuestionKey; proposalId: string };

/** The pressed button is called `intent`: `continue`, `stay`, `evidence:<key>`, `detach:<key>:<evidence>` … */
export function readIntent(form: FormData): SectionIntent {
  const value = form.get('intent');
  const [kind, key, id] = typeof value === 'string' ? value.split(':') : [];
  if ((kind === 'insert' || kind === 'keep' || kind === 'clear') && key) return { kind, key };
  if ((kind === 'row' || kind === 'evidence' || kind === 'theirs') && key) return { kind, key };
  if (kind === 'detach' && key && id) return { kind, key, evidenceId: id };
  if ((kind === 'accept' || kind === 'decline') && key && id) return { kind, key, proposalId: id };
  return { kind: kind === 'continue' ? 'continue' : 'stay' };
}

/** The edits that a button asks for: without the answer that gives way to a colleague's, and with the cleared one empty. */
export function editsFor(intent: SectionIntent, edits: readonly AnswerEdit[]): AnswerEdit[] {
  if (intent.kind === 'theirs') return edits.filter(({ key }) => key !== intent.key);
  if (intent.kind !== 'clear') return [...edits];
  return edits.map((edit) => (edit.key === intent.key ? { ...edit, value: null } : edit));
}

interface Saved {
  loaded: LoadedDeclaration;
  sectionId: string;
  /** The first question that the saved answers have opened here. */
  opened: QuestionKey | null;
  /** The published answer that somebody came to correct. */
  correct: string | null;
  to: Paths['supplier'];
}

/** Where to go after a save that succeeded wholly. Newly opened questions come before going on. */
export function targetOf(intent: SectionIntent, { loaded, sectionId, opened, correct, to }: Saved): string {
  const { id } = loaded.declaration;
  const here = (query: { saved?: boolean; opened?: QuestionKey | null } = {}) =>
    to.section(id, sectionId, { ...query, correct });
  switch (intent.kind) {
    case 'evidence':
      return to.newEvidence(id, { question: intent.key });
    case 'detach':
      return `${to.detachEvidence(id, intent.evidenceId)}?question=${encodeURIComponent(intent.key)}`;
    case 'keep':
      return to.library({ declaration: id, question: intent.key });
    case 'insert':
    case 'row':
    case 'theirs':
    case 'clear':
    case 'accept':
    case 'decline':
      return `${here()}#q-${intent.key}`;
    case 'stay':
      return here({ saved: true, opened });
    case 'continue':
      if (opened !== null) return `${here({ saved: true, opened })}#q-${opened}`;
      return correct === null ? nextPage(loaded, sectionId, to) : to.corrections(id, { question: correct });
  }
}

function nextPage(loaded: LoadedDeclaration, sectionId: string, to: Paths['supplier']): string {
  const { id } = loaded.declaration;
  const ids = loaded.completeness.sections.map((section) => section.sectionId);
  const next = ids[ids.indexOf(sectionId) + 1];
  return next ? to.section(id, next) : to.check(id);
}
