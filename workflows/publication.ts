import type { AnswerValue } from './questionnaire/answer';
import type { Question } from './questionnaire/definition';
import type { Outcome, ProductType, Text } from './words';

/** Evidence as the public sees it: type, date and source; an address only where the type is public; never a file. */
export interface PublicEvidence {
  type: string;
  typeText: Text;
  /** yyyy-mm-dd. */
  observedOn: string;
  validTo: string | null;
  url: string | null;
  municipalityCode: string | null;
}

/** An approved answer as the public sees it. No person's name anywhere. */
export interface PublicAnswer {
  key: string;
  questionId: string;
  sectionId: string;
  interfaceId: string | null;
  type: Question['type'];
  text: Text;
  value: AnswerValue;
  optionTexts: Record<string, Text>;
  columnTexts: Record<string, Text>;
  justification: string | null;
  evidence: PublicEvidence[];
  /** The reviewer's remark, where the verdict was accepted-with-remark. */
  remark: string | null;
  /** The day of the verdict, yyyy-mm-dd (Copenhagen), and the municipality that gave it. */
  approvedOn: string;
  approvedBy: string;
  answerHash: string;
}

/** One publication: what the public could read from it, from its day until the next one. */
export interface PublicationDocument {
  schema: 'snitfladeklar/publication/1';
  number: number;
  product: {
    slug: string;
    name: string;
    description: string;
    type: ProductType;
    kle: string[];
    kitosUuid: string | null;
    isDemo: boolean;
  };
  supplier: { slug: string; name: string; cvr: string };
  questionnaire: { slug: string; version: string };
  decision: { outcome: Outcome; municipalityCode: string; decidedAt: string };
  sections: { id: string; title: Text }[];
  answers: PublicAnswer[];
}
