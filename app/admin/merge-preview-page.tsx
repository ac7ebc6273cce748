import { Alert, Button, ButtonLink, ErrorSummary, type FieldProblem, PageHeading } from '~/app/components';
import { mergeTexts, registryKindTexts } from '~/app/i18n/merges';
import { useRefusal } from '~/app/i18n/refusals';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { Preview } from '~/db/registry/changes';
import type { Refusal } from '~/workflows/refusal';
import { isMerge, type RegistryKind } from '~/workflows/registry';
import { ConfirmFields, useConfirmErrors } from './merge-confirm';
import { MergeMoves } from './merge-moves';
import type { MergeFields } from './merges.server';

/** A plan without the rows that it moves: those are the server's business. */
export type ShownPlan = Omit<Preview, 'steps'>;

interface MergePreviewProps {
  fields: MergeFields;
  plan: ShownPlan | null;
  /** Why there is no plan. */
  problem: Refusal | null;
  /** The names that nothing has. */
  unknown: string[];
  mayChange: boolean;
  refused: { refusal: Refusal; typed: Record<string, string> } | undefined;
}

const acts = {
  'product-merge': 'do_product_merge',
  'product-split': 'do_product_split',
  'supplier-merge': 'do_supplier_merge',
  'supplier-split': 'do_supplier_split',
} as const satisfies Record<RegistryKind, string>;

/** Everything that would move and collide, before anything has happened. */
export function MergePreviewPage({ fields, plan, problem, unknown, mayChange, refused }: MergePreviewProps) {
  const t = useTexts(mergeTexts);
  const kinds = useTexts(registryKindTexts);
  const sentence = useRefusal();
  const errors = useConfirmErrors(refused);
  const to = usePaths();
  const whoIsUnknown = (ref: string): string => (ref === '' ? t('refMissing') : t('refUnknown', { ref }));
  const why = problem ?? plan?.refusal ?? null;
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageHeading caption={plan ? kinds(plan.kind) : undefined} lead={t('previewLead')}>
        {plan ? t('mergedInto', { from: plan.from.name, to: plan.to.name }) : t('title')}
      </PageHeading>
      {why && (
        <Alert kind="error" heading={t('notPossible')}>
          {unknown.length > 0 ? unknown.map((ref) => <p key={ref}>{whoIsUnknown(ref)}</p>) : sentence(why)}
        </Alert>
      )}
      {plan && isMerge(plan.kind) && (
        <p>
          <a href={to.admin.mergePreview({ ...fields, from: fields.to, to: fields.from })}>{t('swap')}</a>
        </p>
      )}
      {plan && !plan.refusal && (
        <>
          {isMerge(plan.kind) && (
            <p>
              {t('addressText', {
                from: pathOf(plan.kind, plan.from.slug),
                to: pathOf(plan.kind, plan.to.slug),
              })}
            </p>
          )}
          {plan.kind === 'product-split' && <p>{t('splitText')}</p>}
          <MergeMoves moves={plan.moves} collisions={plan.collisions} />
          {mayChange && <Confirm fields={fields} plan={plan} typed={refused?.typed ?? {}} errors={errors} />}
        </>
      )}
      <p>
        <ButtonLink kind="secondary" href={to.admin.merges({ ...fields })}>
          {t('back')}
        </ButtonLink>
      </p>
    </>
  );
}

function pathOf(kind: RegistryKind, slug: string): string {
  return kind === 'product-merge' ? `/products/${slug}` : `/suppliers/${slug}`;
}

interface ConfirmProps {
  fields: MergeFields;
  plan: ShownPlan;
  typed: Readonly<Record<string, string>>;
  errors: readonly FieldProblem[];
}

function Confirm({ fields, plan, typed, errors }: ConfirmProps) {
  const t = useTexts(mergeTexts);
  const to = usePaths();
  return (
    <form method="post" action={to.admin.mergePreview({ ...fields })} className="sd-event-form">
      <input type="hidden" name="fingerprint" value={plan.fingerprint} />
      <ConfirmFields labels={{ reason: t('reason'), confirmed: t('confirm') }} typed={typed} errors={errors} />
      <Button>{t(acts[plan.kind])}</Button>
    </form>
  );
}
