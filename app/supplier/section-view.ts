import type { AnswerNames } from '~/app/answer-words';
import type { Inheritance } from '~/workflows/family';
import type { AnswerValue } from '~/workflows/questionnaire/answer';
import type { SectionProgress } from '~/workflows/questionnaire/completeness';
import type { Condition, Question } from '~/workflows/questionnaire/definition';
import type { QuestionKey } from '~/workflows/questionnaire/instances';
import type { AnswerNeeded } from '~/workflows/questionnaire/related-answers';
import type { ThreadView } from '~/workflows/thread';
import type { InterfaceStatus, SupportLevel, Text, VerdictKind } from '~/workflows/words';
import type { EvidenceView } from './evidence-view';
import type { MunicipalityChoice } from './municipality-names';
import type { ProposalView } from './proposal-view';
import type { EarlierView } from './renewal-view.server';

export interface InterfaceView {
  id: string;
  name: Text;
  summary: Text;
  status: InterfaceStatus;
  /** Newest first. */
  versions: string[];
}

export interface InstanceView {
  key: QuestionKey;
  questionId: string;
  interfaceId: string | null;
}

export interface AnswerView {
  value: AnswerValue;
  justification: string | null;
  version: number;
  /** ISO 8601. */
  updatedAt: string | null;
}

export interface VerdictView {
  kind: VerdictKind;
  reason: string | null;
  municipalityName: string;
}

export interface InheritedView {
  how: Inheritance;
  reason: string | null;
  /** Of the source's answer. */
  version: number;
}

/** What was answered to the version before, at a question that has to be answered anew. */
export interface EarlierAnswers {
  /** The version that they answered. */
  version: string;
  relation: AnswerNeeded['relation'];
  why: Text | null;
  answers: EarlierView[];
}

/** A section of a declaration as its page needs it, on the server and in the browser. JSON. */
export interface SectionView {
  declarationId: string;
  /** Who looks: what the browser keeps for one person is nobody else's. */
  personId: string;
  /** Whether they want single keys to do something, as their account says. */
  usesShortcuts: boolean;
  productName: string;
  sectionId: string;
  title: Text;
  introduction: Text;
  /** By id; a question of the interface template stands here once. */
  questions: Record<string, Question>;
  /** In order, closed ones included. */
  instances: InstanceView[];
  /** Questions of other sections on which it depends whether some here are asked. */
  outside: { key: QuestionKey; interfaceId: string | null; showIf?: Condition; value: AnswerValue }[];
  /** When a question that depends on answers is asked, by its id, as the end of a sentence. */
  askedWhen: Record<string, Text>;
  interfaces: InterfaceView[];
  answers: Record<QuestionKey, AnswerView>;
  evidence: Record<QuestionKey, EvidenceView[]>;
  /** Planned dates that have passed since they were saved, as they stand in the answers: they block submission. */
  pastPlans: Record<QuestionKey, string>;
  verdicts: Record<QuestionKey, VerdictView>;
  /** What the municipality and the supplier have said about a question. */
  threads: Record<QuestionKey, ThreadView[]>;
  /** Where a member of a product family stands to the source, at the questions where there is something to tell. */
  inherited: Record<QuestionKey, InheritedView>;
  /** The family it is a member of; null: it inherits from none. */
  family: { id: string; sourceName: string } | null;
  /** Answers to the version before, where a new version has emptied a question. */
  earlier: Record<QuestionKey, EarlierAnswers>;
  /** Texts of the supplier's library that can be put in at a question, by the id of the question. */
  library: Record<string, { id: string; title: string }[]>;
  /** What machines propose as answers, and nobody has decided on. */
  proposals: Record<QuestionKey, ProposalView[]>;
  supportScale: { value: SupportLevel; text: Text; explanation: Text }[];
  evidenceTypes: Record<string, Text>;
  municipalities: MunicipalityChoice[];
  kleGroups: { number: string; title: string }[];
  names: AnswerNames;
  /** The section to go on to, or the sending of the one answer that somebody came to correct; null: this is the last. */
  next: { id: string; title: Text } | 'correction' | null;
  /** Null: none of the section's questions is asked now. */
  progress: SectionProgress | null;
}
