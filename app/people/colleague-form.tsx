import { Button, ButtonGroup, ButtonLink, Checkbox, CheckboxGroup, errorOf, RadioGroup } from '~/app/components';
import { supplierPeopleTexts } from '~/app/i18n/supplier-people';
import { useTexts } from '~/app/i18n/use-texts';
import { roleExplanations, roleTexts } from '~/app/i18n/words';
import { usePaths } from '~/app/paths';
import type { ColleagueView } from './colleagues';
import type { RefusedPeople } from './people-page';
import type { PeopleView } from './people-view.server';
import { productsField, type RestrictableRole, reaches, restrictableRoles } from './read-roles';

interface ColleagueFormProps {
  view: PeopleView;
  colleague: ColleagueView;
  refused: RefusedPeople | undefined;
}

/** One colleague's roles, and the way out. */
export function ColleagueForm(props: ColleagueFormProps) {
  const { view, colleague } = props;
  const isSelf = colleague.personId === view.ownId;
  const t = useTexts(supplierPeopleTexts);
  const to = usePaths();
  return (
    <section aria-labelledby="colleague">
      <h2 id="colleague">{t('roleHeading', { name: colleague.name })}</h2>
      {view.mayManage && <RolesForm {...props} />}
      <h3>{isSelf ? t('leaveHeading', { supplier: view.supplierName }) : t('endHeading', { name: colleague.name })}</h3>
      <p>{isSelf ? t('leaveText') : t('endText')}</p>
      <form method="post" action={to.supplier.people({ person: colleague.personId })}>
        <input type="hidden" name="person" value={colleague.personId} />
        <Button kind="warning" name="act" value="end">
          {isSelf ? t('leave') : t('end')}
        </Button>
      </form>
    </section>
  );
}

function RolesForm({ view, colleague, refused }: ColleagueFormProps) {
  const t = useTexts(supplierPeopleTexts);
  const roleName = useTexts(roleTexts);
  const to = usePaths();
  const isAdmin = refused
    ? refused.typed['supplier-admin'] !== undefined
    : colleague.roles.some(({ role }) => role === 'supplier-admin');
  return (
    <form method="post" action={to.supplier.people({ person: colleague.personId })}>
      <input type="hidden" name="person" value={colleague.personId} />
      {restrictableRoles.map((role) => (
        <RoleField key={role} role={role} view={view} colleague={colleague} refused={refused} />
      ))}
      <Checkbox
        name="supplier-admin"
        label={roleName('supplier-admin')}
        hint={t('admin')}
        defaultChecked={isAdmin}
        error={errorOf(refused?.errors ?? [], 'supplier-admin')}
      />
      <ButtonGroup>
        <Button name="act" value="roles">
          {t('saveRoles')}
        </Button>
        <ButtonLink kind="secondary" href={to.supplier.people()}>
          {t('cancel')}
        </ButtonLink>
      </ButtonGroup>
    </form>
  );
}

function RoleField({ role, view, colleague, refused }: ColleagueFormProps & { role: RestrictableRole }) {
  const t = useTexts(supplierPeopleTexts);
  const roleName = useTexts(roleTexts);
  const explanation = useTexts(roleExplanations);
  const held = colleague.roles.find((each) => each.role === role);
  const reach = refused?.typed[role]?.[0] ?? (held ? (held.productIds === null ? 'every' : 'chosen') : 'none');
  const chosen = refused ? (refused.typed[productsField(role)] ?? []) : (held?.productIds ?? []);
  const labels = {
    none: t('roleNone', { role: roleName(role).toLowerCase() }),
    every: t('roleEvery'),
    chosen: t('roleChosen'),
  };
  const offered = view.products.length > 0 ? reaches : reaches.filter((each) => each !== 'chosen');
  return (
    <RadioGroup
      name={role}
      label={roleName(role)}
      hint={explanation(role)}
      defaultValue={reach}
      error={errorOf(refused?.errors ?? [], role)}
      choices={offered.map((value) => ({
        value,
        label: labels[value],
        content:
          value === 'chosen' ? <ProductFields field={role} products={view.products} chosen={chosen} /> : undefined,
      }))}
    />
  );
}

interface ProductFieldsProps {
  field: RestrictableRole | 'invited';
  products: PeopleView['products'];
  chosen: readonly string[];
}

export function ProductFields({ field, products, chosen }: ProductFieldsProps) {
  const t = useTexts(supplierPeopleTexts);
  return (
    <CheckboxGroup
      name={productsField(field)}
      label={t('chosenProducts')}
      defaultValues={chosen}
      choices={products.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
