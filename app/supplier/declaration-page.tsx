import { CaseStateTag, PageHeading } from '~/app/components';
import { ExportLinks } from '~/app/exchange/export-links';
import { declarationTexts } from '~/app/i18n/supplier-declaration';
import { useTexts } from '~/app/i18n/use-texts';
import { caseStateExplanations } from '~/app/i18n/words';
import { LetterList } from '~/app/letters/letter-list';
import { usePaths } from '~/app/paths';
import { OpenThreads } from '~/app/threads/open-threads';
import { CaseActions, HearingReply } from './case-actions';
import { CorrectionNotice } from './correction-notice';
import { CaseFacts, Path } from './declaration-case';
import { Progress } from './declaration-progress';
import { Tasks } from './declaration-tasks';
import type { DeclarationView } from './declaration-view.server';
import { Messages, Wanted } from './declaration-wanted';
import { DoneAlert } from './done-alert';
import { DueDate } from './home-page';
import { RenewalNotice } from './renewal-notice';
import { FamilyNote, WaitingProposals } from './waiting-proposals';

/** The declaration's own page: what to do, how far it is, and what happens in its case. */
export function DeclarationPage({ view, now }: { view: DeclarationView; now: string }) {
  const t = useTexts(declarationTexts);
  const explanation = useTexts(caseStateExplanations);
  const to = usePaths();
  const isDraft = view.state === 'draft';
  return (
    <>
      <DoneAlert />
      <PageHeading
        caption={t('caption')}
        lead={isDraft ? t('lead') : view.state === 'hearing' ? t('hearingLead') : explanation(view.state)}
        aside={<CaseStateTag state={view.state} />}
      >
        {view.productName}
      </PageHeading>
      {view.case?.dueAt && view.case.state !== 'draft' && (
        <p>
          <DueDate dueAt={view.case.dueAt} now={now} />
        </p>
      )}
      {view.case && <Wanted view={view} about={view.case} />}
      <HearingReply view={view} />
      <div className="sd-columns">
        <div>
          <RenewalNotice declarationId={view.declarationId} renewal={view.renewal} />
          {view.isEditable && <CorrectionNotice declarationId={view.declarationId} count={view.corrections} />}
          <WaitingProposals view={view} />
          {view.isOwn && <FamilyNote view={view} />}
          {view.isEditable && <Progress view={view} />}
          <Tasks view={view} />
          <ExportLinks declarationId={view.declarationId} />
        </div>
        <aside aria-label={t('caseHeading')}>
          {view.case && <CaseFacts view={view} about={view.case} />}
          <LetterList view={view} />
          <OpenThreads
            threads={view.openThreads}
            side="supplier"
            href={(question) => to.supplier.thread(view.declarationId, question)}
          />
        </aside>
      </div>
      <CaseActions view={view} />
      {view.case && <Messages about={view.case} />}
      {view.case && view.case.steps.length > 1 && <Path about={view.case} />}
    </>
  );
}
