import type { AnswerNames } from '~/app/answer-words';
import { Button, ButtonGroup } from '~/app/components';
import { proposalOriginTexts, proposalTexts } from '~/app/i18n/proposals';
import { useTexts } from '~/app/i18n/use-texts';
import { ProposalChange, RelationTag } from './proposal-change';
import type { ProposalView } from './proposal-view';

/**
 * The proposals that wait at a question, inside the section's form: the buttons save what is typed first, so nothing
 * is lost over a proposal.
 */
export function QuestionProposals({
  proposals,
  names,
  question,
}: {
  proposals: readonly ProposalView[];
  names: AnswerNames;
  question: string;
}) {
  const t = useTexts(proposalTexts);
  const origin = useTexts(proposalOriginTexts);
  return proposals.map((proposal) => (
    <div key={proposal.id} className="sd-proposal">
      <p>
        <strong>{t('atQuestion', { origin: origin(proposal.origin, { source: proposal.source }) })}</strong>
      </p>
      <RelationTag relation={proposal.relation} />
      <ProposalChange
        shape={proposal.shape}
        names={names}
        present={proposal.present}
        proposed={proposal}
        published={proposal.published}
      />
      <ButtonGroup>
        <Button kind="secondary" small name="intent" value={`accept:${proposal.key}:${proposal.id}`}>
          {t('accept')}
          <span className="sr-only"> {t('forQuestion', { question })}</span>
        </Button>
        <Button kind="tertiary" small name="intent" value={`decline:${proposal.key}:${proposal.id}`}>
          {t('decline')}
          <span className="sr-only"> {t('forQuestion', { question })}</span>
        </Button>
      </ButtonGroup>
    </div>
  ));
}
