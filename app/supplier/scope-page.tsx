import {
  Accordion,
  Alert,
  BackLink,
  Button,
  ErrorSummary,
  errorOf,
  FieldError,
  type FieldProblem,
  InterfaceStatusTag,
  PageHeading,
  SummaryList,
  Tag,
  TextArea,
} from '~/app/components';
import { classes } from '~/app/components/classes';
import { formatList } from '~/app/i18n/format';
import { useLanguage, useText } from '~/app/i18n/language';
import { useRefusal } from '~/app/i18n/refusals';
import { scopeTexts } from '~/app/i18n/supplier-scope';
import { sectionTexts } from '~/app/i18n/supplier-section';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import { type ScopeChoice, scopeReasonLimit } from '~/workflows/questionnaire/scope-choice';
import type { Refusal } from '~/workflows/refusal';
import type { ScopeInterface, ScopeView } from './scope-view.server';

interface ScopePageProps {
  view: ScopeView;
  /** What was typed and refused; null: the page is fresh. */
  typed: readonly ScopeChoice[] | null;
  errors: readonly FieldProblem[];
  refusal: Refusal | null;
}

/** The scope step: which interfaces the declaration answers for. */
export function ScopePage({ view, typed, errors, refusal }: ScopePageProps) {
  const t = useTexts(scopeTexts);
  const section = useTexts(sectionTexts);
  const paths = usePaths();
  return (
    <>
      <BackLink href={paths.supplier.declaration(view.declarationId)}>{section('backToTasks')}</BackLink>
      <ErrorSummary errors={errors} />
      {refusal && <Refused view={view} refusal={refusal} />}
      <PageHeading caption={view.productName} lead={t('lead')}>
        {t('title')}
      </PageHeading>
      <p>{t('rule')}</p>
      <form method="post" noValidate>
        <input type="hidden" name="confirmedAt" value={view.confirmedAt ?? ''} />
        <Groups view={view} typed={typed} errors={errors} />
        <div className="sd-scope-end">
          <Button>{t('save')}</Button>
        </div>
      </form>
    </>
  );
}

function Refused({ view, refusal }: { view: ScopeView; refusal: Refusal }) {
  const t = useTexts(scopeTexts);
  const text = useText();
  const language = useLanguage();
  const sentence = useRefusal();
  if (refusal.code !== 'scope-has-changed') return <Alert kind="error">{sentence(refusal)}</Alert>;
  const names = view.groups
    .flatMap(({ interfaces }) => interfaces)
    .filter(({ isIncluded }) => isIncluded)
    .map(({ name, id }) => `${text(name)} (${id})`);
  return (
    <Alert kind="warning" heading={t('changedTitle')} role="alert">
      <p>{t('changedText')}</p>
      <p>{t('changedChosen', { names: formatList(names, language) })}</p>
    </Alert>
  );
}

function Groups({ view, typed, errors }: Omit<ScopePageProps, 'refusal'>) {
  const t = useTexts(scopeTexts);
  const text = useText();
  const choices = new Map(typed?.map((choice) => [choice.interfaceId, choice]) ?? []);
  const groups = view.groups.map((group) => ({
    ...group,
    interfaces: group.interfaces.map((each) => ({ ...each, ...choices.get(each.id) })),
  }));
  // What the supplier has to look at stands open; the rest of the catalogue is there to be opened.
  const isFirst = (each: ScopeInterface) => each.isProposed || each.isDemanded;
  const first = groups.flatMap(({ interfaces }) => interfaces.filter(isFirst));
  const others = groups
    .map((group) => ({ ...group, interfaces: group.interfaces.filter((each) => !isFirst(each)) }))
    .filter(({ interfaces }) => interfaces.length > 0);
  return (
    <>
      <fieldset className="sd-scope-group">
        <legend>
          <h2>{t('proposedHeading')}</h2>
        </legend>
        {first.length === 0 ? <p>{t('proposedNone')}</p> : <ScopeItems items={first} errors={errors} />}
      </fieldset>
      <fieldset className="sd-scope-group">
        <legend>
          <h2>{t('othersHeading')}</h2>
        </legend>
        <p>{t('othersLead')}</p>
        <Accordion
          items={others.map(({ id, name, interfaces }) => {
            const chosen = interfaces.filter(({ isIncluded }) => isIncluded).length;
            const hasError = interfaces.some((each) => errorOf(errors, `scope-${each.id}`));
            return {
              id: `scope-group-${id}`,
              heading: text(name),
              aside: t('groupCount', { chosen, total: interfaces.length }),
              open: chosen > 0 || hasError,
              content: <ScopeItems items={interfaces} errors={errors} />,
            };
          })}
        />
      </fieldset>
    </>
  );
}

function ScopeItems({ items, errors }: { items: readonly ScopeInterface[]; errors: readonly FieldProblem[] }) {
  return (
    <ul className="sd-scope">
      {items.map((each) => (
        <ScopeItem key={each.id} item={each} error={errorOf(errors, `scope-${each.id}`)} />
      ))}
    </ul>
  );
}

function ScopeItem({ item, error }: { item: ScopeInterface; error: string | undefined }) {
  const t = useTexts(scopeTexts);
  const text = useText();
  const paths = usePaths();
  const id = `scope-${item.id}`;
  return (
    <li className={classes('sd-scope-item', error && 'form-error')}>
      <div className={`form-group-checkbox ${item.isProposed ? 'sd-scope-proposed' : 'sd-scope-other'}`}>
        <input type="hidden" name="shown" value={item.id} />
        {/* A box that is disabled is not sent; what is demanded is included whatever the form says. */}
        {item.isDemanded && <input type="hidden" name="interface" value={item.id} />}
        <input
          type="checkbox"
          className="form-checkbox"
          id={id}
          name="interface"
          value={item.id}
          defaultChecked={item.isIncluded}
          disabled={item.isDemanded}
          aria-describedby={`${id}-about`}
          aria-invalid={error ? true : undefined}
        />
        <label className="form-label" htmlFor={id}>
          {text(item.name)} <span className="sd-interface-id">{item.id}</span>
        </label>
        <div className="sd-scope-about" id={`${id}-about`}>
          {item.isDemanded && <Tag tone="warning">{t('demanded')}</Tag>}
          {item.status !== 'in_operation' && <InterfaceStatusTag status={item.status} />}
          <p>
            {text(item.summary)}{' '}
            <a href={paths.interface(item.id)}>
              {t('readMore')}
              <span className="sr-only"> {t('about', { name: text(item.name) })}</span>
            </a>
          </p>
          {item.isProposed && item.because.length > 0 && (
            <p className="sd-muted">{t('proposedBecause', { reason: item.because.map(text).join(' ') })}</p>
          )}
          {item.demandReason && <p>{item.demandReason}</p>}
        </div>
        {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
        {!item.isDemanded && (
          <div className="sd-scope-reason">
            <TextArea
              name={`reason-${item.id}`}
              label={
                <>
                  {item.isProposed ? t('reasonToRemove') : t('reasonToAdd')}
                  <span className="sr-only"> {t('about', { name: text(item.name) })}</span>
                </>
              }
              defaultValue={item.reason}
              limit={scopeReasonLimit}
              rows={2}
            />
          </div>
        )}
      </div>
    </li>
  );
}

/** The scope for those who may read it, but not change it now. */
export function ScopeSummary({ view, because }: { view: ScopeView; because: string }) {
  const t = useTexts(scopeTexts);
  const section = useTexts(sectionTexts);
  const text = useText();
  const paths = usePaths();
  const all = view.groups.flatMap(({ interfaces }) => interfaces);
  const rowOf = (item: ScopeInterface) => ({
    id: `scope-${item.id}`,
    question: `${text(item.name)} (${item.id})`,
    answer: item.reason
      ? t(item.isIncluded ? 'added' : 'removed', { reason: item.reason })
      : item.isDemanded
        ? t('demanded')
        : t('proposedTag'),
  });
  const excluded = all.filter(({ isIncluded, isProposed }) => !isIncluded && isProposed);
  return (
    <>
      <BackLink href={paths.supplier.declaration(view.declarationId)}>{section('backToTasks')}</BackLink>
      <PageHeading caption={view.productName}>{t('title')}</PageHeading>
      <Alert kind="info">{because}</Alert>
      <SummaryList heading={t('summaryIncluded')} rows={all.filter(({ isIncluded }) => isIncluded).map(rowOf)} />
      {excluded.length > 0 && <SummaryList heading={t('summaryExcluded')} rows={excluded.map(rowOf)} />}
    </>
  );
}
