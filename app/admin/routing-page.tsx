import { Alert, Button, Checkbox, DataTable, Details, EmptyState, ErrorSummary, PageHeading } from '~/app/components';
import { useText } from '~/app/i18n/language';
import { useRefusal } from '~/app/i18n/refusals';
import { routingTexts } from '~/app/i18n/routing';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import { RoutedAlert, type RoutedCases } from '~/app/review/routed-alert';
import { RoutingReasonText } from '~/app/review/routing-reason';
import type { PlannedRouting } from '~/db/cases/routing';
import type { KeptRule } from '~/db/routing-rules';
import type { Refusal } from '~/workflows/refusal';
import type { RuleGap } from '~/workflows/review/routing-rule-gaps';
import type { Text } from '~/workflows/words';
import { RuleForm } from './rule-form';

export interface RoutingView {
  plan: PlannedRouting[];
  rules: KeptRule[];
  sections: { id: string; title: Text }[];
  municipalities: { code: string; name: string }[];
  mayChange: boolean;
  isAutomatic: boolean;
  /** The act that was just done. */
  done: string | null;
}

export interface RefusedRouting {
  refusal: Refusal | null;
  /** What has to be corrected in the rule, each at its field. */
  refused: { field: RuleGap['field']; refusal: Refusal }[];
  typed: Record<string, string>;
  chosen: { sectionIds: string[]; municipalityCodes: string[] } | null;
  result: RoutedCases | null;
}

const doneTexts: Readonly<Record<string, 'doneAdded' | 'doneEnded' | 'doneOn' | 'doneOff'>> = {
  add: 'doneAdded',
  end: 'doneEnded',
  automatic: 'doneOn',
  'by-hand': 'doneOff',
};

/** Which waiting case would go where, and the rules that say so. */
export function RoutingPage({ view, refused }: { view: RoutingView; refused: RefusedRouting | undefined }) {
  const t = useTexts(routingTexts);
  const sentence = useRefusal();
  const form = refused?.typed.id ?? 'new';
  const errors = (refused?.refused ?? []).map((each) => ({
    field: `${each.field}-${form}`,
    message: sentence(each.refusal),
  }));
  if (refused?.refusal) {
    errors.push({ field: refused.chosen ? `name-${form}` : 'plan', message: sentence(refused.refusal) });
  }
  return (
    <>
      <ErrorSummary errors={errors} />
      {refused?.result && <RoutedAlert result={refused.result} />}
      {view.done !== null && !refused && (
        <Alert kind="success" heading={t(doneTexts[view.done] ?? 'doneRule')} role="status" />
      )}
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <Automatic view={view} />
      <section aria-labelledby="plan">
        <h2 id="plan">{t('planHeading')}</h2>
        <Plan view={view} />
      </section>
      <section aria-labelledby="rules">
        <h2 id="rules">{t('rulesHeading')}</h2>
        <p>{view.rules.length === 0 ? t('rulesEmpty') : t('rulesLead')}</p>
        {view.rules.map((rule) => (
          <Details key={rule.id} summary={`${rule.position}. ${rule.name}`} open={refused?.typed.id === rule.id}>
            <RuleForm view={view} rule={rule} refused={refused?.typed.id === rule.id ? refused : undefined} />
          </Details>
        ))}
      </section>
      {view.mayChange && (
        <section aria-labelledby="add">
          <h2 id="add">{t('addHeading')}</h2>
          <RuleForm view={view} rule={null} refused={refused?.chosen && !refused.typed.id ? refused : undefined} />
        </section>
      )}
    </>
  );
}

/** Whether the rules send cases themselves, with the switch. */
function Automatic({ view: { isAutomatic, mayChange } }: { view: RoutingView }) {
  const t = useTexts(routingTexts);
  const to = usePaths();
  return (
    <section aria-labelledby="automatic">
      <h2 id="automatic">{t('automaticHeading')}</h2>
      <p>{isAutomatic ? t('automaticOn') : t('automaticOff')}</p>
      {mayChange && (
        <form method="post" action={to.admin.routing()}>
          <Button name="act" value={isAutomatic ? 'by-hand' : 'automatic'} kind="secondary">
            {isAutomatic ? t('turnOff') : t('turnOn')}
          </Button>
        </form>
      )}
    </section>
  );
}

function Plan({ view: { plan, sections, mayChange } }: { view: RoutingView }) {
  const t = useTexts(routingTexts);
  const text = useText();
  const to = usePaths();
  if (plan.length === 0) {
    return (
      <EmptyState heading={t('planEmpty')} level={3}>
        {t('planEmptyText')}
      </EmptyState>
    );
  }
  const sectionTitles = Object.fromEntries(sections.map(({ id, title }) => [id, text(title)]));
  const canRoute = mayChange && plan.some(({ routing }) => routing !== null);
  const list = (
    <>
      <p>{t('planLead')}</p>
      <DataTable
        caption={t('planHeading')}
        hideCaption
        rows={plan}
        rowKey={({ caseId }) => caseId}
        columns={[
          ...(canRoute
            ? [{ id: 'choose', header: t('columnChoose'), cell: (row: PlannedRouting) => <Choose row={row} /> }]
            : []),
          { id: 'product', header: t('columnProduct'), rowHeader: true, cell: (row) => <PlannedCase row={row} /> },
          {
            id: 'municipality',
            header: t('columnMunicipality'),
            cell: ({ routing }) =>
              routing ? (
                <>
                  {routing.municipality}
                  {routing.person && <span className="sd-inbox-number">{t('toPerson', { name: routing.person })}</span>}
                </>
              ) : (
                <span className="sd-muted">{t('noRule')}</span>
              ),
          },
          {
            id: 'why',
            header: t('columnWhy'),
            cell: ({ routing }) =>
              routing ? <RoutingReasonText {...routing} sectionTitles={sectionTitles} /> : t('noRuleText'),
          },
        ]}
      />
    </>
  );
  if (!canRoute) return list;
  return (
    <form method="post" action={to.admin.routing()}>
      {list}
      <Button name="act" value="route">
        {t('routeChosen')}
      </Button>
    </form>
  );
}

function Choose({ row: { caseId, number, version, routing } }: { row: PlannedRouting }) {
  const t = useTexts(routingTexts);
  if (!routing) return null;
  return (
    <Checkbox
      name="case"
      id={`choose-${caseId}`}
      value={`${caseId}:${version}:${routing.municipalityCode}`}
      defaultChecked
      label={<span className="sr-only">{t('chooseCase', { number })}</span>}
    />
  );
}

function PlannedCase({ row: { caseId, number, product, supplier } }: { row: PlannedRouting }) {
  const to = usePaths();
  return (
    <>
      <a href={to.review.case(caseId)}>{product}</a>
      <span className="sd-inbox-number">
        {number} · {supplier}
      </span>
    </>
  );
}
