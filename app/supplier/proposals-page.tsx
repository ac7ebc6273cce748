import { Alert, BackLink, Button, ButtonGroup, ButtonLink, EmptyState, PageHeading, Time } from '~/app/components';
import type { ReportView } from '~/app/evidence/report-proposals.server';
import { ReportRead } from '~/app/evidence/report-read';
import { useText } from '~/app/i18n/language';
import { proposalOriginTexts, proposalTexts } from '~/app/i18n/proposals';
import { useRefusal } from '~/app/i18n/refusals';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { Refusal } from '~/workflows/refusal';
import { QuestionAnchor } from './missing-list';
import { ProposalChange, RelationTag } from './proposal-change';
import type { PlacedProposal, ProposalsView } from './proposals-view.server';

/** What became of the decisions that were sent, in numbers. */
export interface ProposalsNotice {
  refusal: Refusal | null;
  accepted: number;
  declined: number;
  conflicts: number;
  impossible: number;
  gone: number;
}

interface ProposalsProps {
  view: ProposalsView;
  /** The test report that somebody has just attached. */
  report: ReportView | null;
  notice: ProposalsNotice;
}

/** Everything that waits for a yes or a no, what came together standing together. */
export function ProposalsPage({ view, report, notice }: ProposalsProps) {
  const t = useTexts(proposalTexts);
  const paths = usePaths();
  return (
    <>
      <BackLink href={paths.supplier.declaration(view.declarationId)}>{t('back')}</BackLink>
      <Notices notice={notice} />
      <PageHeading caption={view.productName} lead={t('lead')}>
        {t('title')}
      </PageHeading>
      {report && <ReportRead report={report} />}
      {view.total > 0 && !view.isEditable && <Alert kind="info">{t('notEditable')}</Alert>}
      {view.total === 0 ? (
        <EmptyState heading={t('none')}>{t('noneText')}</EmptyState>
      ) : (
        view.batches.map((batch) => <Batch key={batch.id} view={view} proposals={batch.proposals} />)
      )}
      {view.isOwn && (
        <p>
          <ButtonLink kind="secondary" href={paths.supplier.copyAnswers(view.declarationId)}>
            {t('copyLink')}
          </ButtonLink>
        </p>
      )}
    </>
  );
}

function Notices({ notice }: { notice: ProposalsNotice }) {
  const t = useTexts(proposalTexts);
  const sentence = useRefusal();
  const { refusal, accepted, declined, conflicts, impossible, gone } = notice;
  return (
    <>
      {refusal && <Alert kind="error">{sentence(refusal)}</Alert>}
      {conflicts + impossible + gone > 0 && (
        <Alert kind="warning" heading={t('notAllHeading')} role="status">
          {conflicts > 0 && <p>{t('conflict', { count: conflicts })}</p>}
          {impossible > 0 && <p>{t('impossible', { count: impossible })}</p>}
          {gone > 0 && <p>{t('gone', { count: gone })}</p>}
        </Alert>
      )}
      {accepted + declined > 0 && (
        <Alert kind="success" heading={t('doneHeading')} role="status">
          {accepted > 0 && <p>{t('acceptedCount', { count: accepted })}</p>}
          {declined > 0 && <p>{t('declinedCount', { count: declined })}</p>}
        </Alert>
      )}
    </>
  );
}

/** One form per batch: its buttons concern what is shown in it, and nothing that came afterwards. */
function Batch({ view, proposals }: { view: ProposalsView; proposals: readonly PlacedProposal[] }) {
  const t = useTexts(proposalTexts);
  const origin = useTexts(proposalOriginTexts);
  const paths = usePaths();
  const [first] = proposals;
  if (!first) return null;
  const heading = origin(first.origin, { source: first.source });
  return (
    <section className="sd-proposal-batch" aria-labelledby={`batch-${first.batchId}`}>
      <h2 id={`batch-${first.batchId}`}>{heading.charAt(0).toLocaleUpperCase() + heading.slice(1)}</h2>
      <p className="sd-small sd-muted">
        {t('batchMeta', { person: first.createdByName })} · <Time value={first.createdAt} />
      </p>
      <form method="post" action={paths.supplier.proposals(view.declarationId)}>
        {view.isOwn && proposals.length > 1 && (
          <ButtonGroup>
            {view.isEditable && (
              <Button kind="secondary" name="all" value="accept">
                {t('acceptBatch', { count: proposals.length })}
              </Button>
            )}
            <Button kind="tertiary" name="all" value="decline">
              {t('declineBatch')}
            </Button>
          </ButtonGroup>
        )}
        <ul className="sd-proposal-list">
          {proposals.map((proposal) => (
            <Proposal key={proposal.id} view={view} proposal={proposal} />
          ))}
        </ul>
      </form>
    </section>
  );
}

function Proposal({ view, proposal }: { view: ProposalsView; proposal: PlacedProposal }) {
  const t = useTexts(proposalTexts);
  const text = useText();
  const what = <span className="sr-only"> {t('forQuestion', { question: text(proposal.link.text) })}</span>;
  return (
    <li className="sd-proposal" id={`p-${proposal.id}`}>
      <input type="hidden" name="shown" value={`${proposal.id}:${proposal.version}`} />
      <h3 className="h5">
        <QuestionAnchor link={proposal.link} declarationId={view.declarationId} />
      </h3>
      <RelationTag relation={proposal.relation} />
      <ProposalChange
        shape={proposal.shape}
        names={view.names}
        present={proposal.present}
        proposed={proposal}
        published={proposal.published}
      />
      {view.isOwn && (
        <ButtonGroup>
          {view.isEditable && (
            <Button kind="secondary" small name="accept" value={proposal.id}>
              {t('accept')}
              {what}
            </Button>
          )}
          <Button kind="tertiary" small name="decline" value={proposal.id}>
            {t('decline')}
            {what}
          </Button>
        </ButtonGroup>
      )}
    </li>
  );
}
