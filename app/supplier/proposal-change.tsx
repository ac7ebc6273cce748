import { type AnswerNames, type AnswerShape, answerInWords } from '~/app/answer-words';
import { Diff, Tag, type Tone } from '~/app/components';
import { useLanguage } from '~/app/i18n/language';
import { proposalRelationExplanations, proposalRelationTexts, proposalTexts } from '~/app/i18n/proposals';
import { useTexts } from '~/app/i18n/use-texts';
import { type DiffPart, diffWords } from '~/workflows/diff';
import type { ComparableAnswer, ProposalRelation } from '~/workflows/proposal';

interface ChangeProps {
  shape: AnswerShape;
  names: AnswerNames;
  present: ComparableAnswer | null;
  proposed: ComparableAnswer;
  /** The approved answer, where it says something else than the proposal. */
  published?: ComparableAnswer | null;
}

/** What a proposal would change, word by word. */
export function ProposalChange({ shape, names, present, proposed, published }: ChangeProps) {
  const t = useTexts(proposalTexts);
  const language = useLanguage();
  const words = (answer: ComparableAnswer | null) =>
    answerInWords(shape, answer?.value ?? null, language, names).join('\n');
  const before = words(present);
  const after = words(proposed);
  const reasonBefore = present?.justification ?? '';
  const reasonAfter = proposed.justification ?? '';
  return (
    <dl className="sd-proposal-change">
      {before !== after && (
        <div>
          <dt>{t('changeValue')}</dt>
          <dd>
            <Diff parts={isProse(shape) ? diffWords(before, after) : wholly(before, after)} />
          </dd>
        </div>
      )}
      {reasonBefore !== reasonAfter && (
        <div>
          <dt>{t('changeReason')}</dt>
          <dd>
            <Diff parts={diffWords(reasonBefore, reasonAfter)} />
          </dd>
        </div>
      )}
      {published && (
        <div>
          <dt>{t('approvedValue')}</dt>
          <dd className="sd-lines">{[words(published), published.justification].filter(Boolean).join('\n')}</dd>
        </div>
      )}
    </dl>
  );
}

/** Answers in the supplier's own words are compared word by word; of two choices, the one replaces the other. */
function isProse({ type }: AnswerShape): boolean {
  return (
    type === 'long_text' || type === 'text' || type === 'table' || type.endsWith('_list') || type === 'multi_choice'
  );
}

function wholly(before: string, after: string): DiffPart[] {
  const parts: DiffPart[] = [
    { kind: 'removed', text: before },
    { kind: 'same', text: before && after ? ' → ' : '' },
    { kind: 'added', text: after },
  ];
  return parts.filter(({ text }) => text !== '');
}

const tones = { same: 'neutral', proposed: 'info', overrides: 'warning', disagrees: 'error' } as const satisfies Record<
  ProposalRelation,
  Tone
>;

/** The relation as a word, and what it means. */
export function RelationTag({ relation }: { relation: ProposalRelation }) {
  const t = useTexts(proposalRelationTexts);
  const explanation = useTexts(proposalRelationExplanations);
  return (
    <p className="sd-proposal-relation">
      <Tag tone={tones[relation]}>{t(relation)}</Tag> {explanation(relation)}
    </p>
  );
}
