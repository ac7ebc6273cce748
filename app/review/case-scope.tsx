import { Button, Details, errorOf, type FieldProblem, Select, Tag, TextArea } from '~/app/components';
import { useText } from '~/app/i18n/language';
import { reviewTexts } from '~/app/i18n/review';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { Text } from '~/workflows/words';
import type { CaseView } from './case-view.server';

interface CaseScopeProps {
  view: CaseView;
  typed: Readonly<Record<string, string>>;
  errors: readonly FieldProblem[];
}

/** The interfaces that the supplier answers for, those it removed and why, and those that reviewers demand. */
export function CaseScope({ view, typed, errors }: CaseScopeProps) {
  const t = useTexts(reviewTexts);
  const declared = view.scope.filter(({ isIncluded }) => isIncluded);
  const removed = view.scope.filter(({ isIncluded }) => !isIncluded);
  return (
    <>
      <p>{t('scopeIntro')}</p>
      <Details summary={t('scopeDeclared', { count: declared.length })}>
        <ul>
          {declared.map((line) => (
            <li key={line.interfaceId}>
              <InterfaceName id={line.interfaceId} name={line.name} />
              {!line.isProposed && <span className="sd-muted"> ({t('scopeAdded')})</span>}
              {line.reason && <div className="sd-muted">{line.reason}</div>}
            </li>
          ))}
        </ul>
      </Details>
      {removed.length > 0 && (
        <Details summary={t('scopeRemoved', { count: removed.length })} open>
          <ul>
            {removed.map((line) => (
              <li key={line.interfaceId}>
                <InterfaceName id={line.interfaceId} name={line.name} />
                <div>{line.reason ?? <span className="sd-missing">{t('scopeNoReason')}</span>}</div>
              </li>
            ))}
          </ul>
        </Details>
      )}
      {view.demanded.length > 0 && <Demands view={view} />}
      {canDemand(view) && <DemandForm view={view} typed={typed} errors={errors} />}
    </>
  );
}

/** Demands take effect with request-changes, so whoever could ask for changes could demand. */
function canDemand({ reviewed, reader }: CaseView): boolean {
  const isOpen = reviewed.state === 'review' || reviewed.step === 'lead';
  const isClaimer = reviewed.sections.some(({ reviewer }) => reviewer?.personId === reader.personId);
  const isLead = reader.isLead && reader.municipalityCode === reviewed.municipality?.code;
  return isOpen && !reviewed.hasConflict && reader.canReview && (isClaimer || isLead);
}

function InterfaceName({ id, name }: { id: string; name: Text | null }) {
  const text = useText();
  return (
    <>
      <strong>{id}</strong> {name && text(name)}
    </>
  );
}

function Demands({ view }: { view: CaseView }) {
  const t = useTexts(reviewTexts);
  const to = usePaths();
  return (
    <>
      <h3 className="h5">{t('scopeDemands')}</h3>
      <ul>
        {view.demanded.map((demand) => (
          <li key={demand.interfaceId}>
            <InterfaceName id={demand.interfaceId} name={demand.name} />{' '}
            <Tag tone={demand.isInEffect ? 'info' : 'warning'}>
              {demand.isInEffect ? t('demandInEffect') : t('demandPending')}
            </Tag>
            <div>{demand.reason}</div>
            {!demand.isInEffect && canDemand(view) && (
              <form method="post" action={to.review.scopeDemands(view.reviewed.id)}>
                <input type="hidden" name="version" value={view.reviewed.version} />
                <input type="hidden" name="interfaceId" value={demand.interfaceId} />
                <Button kind="link" name="act" value="drop">
                  {t('demandDrop')}
                  <span className="sr-only"> {demand.interfaceId}</span>
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function DemandForm({ view, typed, errors }: CaseScopeProps) {
  const t = useTexts(reviewTexts);
  const text = useText();
  const to = usePaths();
  const isOpen = typed.act === 'demand';
  return (
    <Details summary={t('demandHeading')} open={isOpen}>
      <form method="post" action={to.review.scopeDemands(view.reviewed.id)} className="sd-event-form">
        <p>{t('demandIntro')}</p>
        <input type="hidden" name="version" value={view.reviewed.version} />
        <Select
          name="interfaceId"
          label={t('demandInterface')}
          options={view.demandable.map(({ id, name }) => ({ value: id, label: `${id} ${text(name)}` }))}
          defaultValue={isOpen ? typed.interfaceId : ''}
          error={errorOf(errors, 'interfaceId')}
        />
        <TextArea
          name="reason"
          label={t('demandReason')}
          hint={t('fieldReasonShared')}
          rows={3}
          limit={5_000}
          defaultValue={isOpen ? typed.reason : undefined}
          error={errorOf(errors, 'reason')}
        />
        <Button kind="secondary" name="act" value="demand">
          {t('demandButton')}
        </Button>
      </form>
    </Details>
  );
}
