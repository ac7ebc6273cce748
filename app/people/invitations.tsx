import { Button, ButtonGroup, DataTable, errorOf, RadioGroup, Select, Tag, TextInput, Time } from '~/app/components';
import { useFormat } from '~/app/i18n/format';
import { languageNames } from '~/app/i18n/language';
import { supplierPeopleTexts } from '~/app/i18n/supplier-people';
import { useTexts } from '~/app/i18n/use-texts';
import { roleExplanations, roleTexts } from '~/app/i18n/words';
import { usePaths } from '~/app/paths';
import { languages, supplierRoles } from '~/workflows/words';
import { ProductFields } from './colleague-form';
import { namesOf } from './colleagues';
import type { RefusedPeople } from './people-page';
import type { PeopleView } from './people-view.server';
import { productsField } from './read-roles';

type InvitationView = PeopleView['invitations'][number];

export function OpenInvitations({ view }: { view: PeopleView }) {
  const t = useTexts(supplierPeopleTexts);
  const role = useTexts(roleTexts);
  const format = useFormat();
  return (
    <section aria-labelledby="open-invitations">
      <h2 id="open-invitations">{t('openHeading')}</h2>
      <DataTable
        caption={t('openHeading')}
        hideCaption
        rows={view.invitations}
        rowKey={({ id }) => id}
        empty={<p>{t('openNone')}</p>}
        columns={[
          {
            id: 'email',
            header: t('columnEmail'),
            rowHeader: true,
            cell: ({ email }) => <span className="sd-break">{email}</span>,
          },
          {
            id: 'role',
            header: t('columnRole'),
            cell: ({ role: offered, productIds }) =>
              productIds === null
                ? t('everyProduct', { role: role(offered) })
                : t('someProducts', { role: role(offered), products: format.list(namesOf(view, productIds)) }),
          },
          { id: 'expires', header: t('columnExpires'), cell: (invitation) => <Expiry invitation={invitation} /> },
          { id: 'acts', header: t('columnActs'), cell: (invitation) => <Acts invitation={invitation} /> },
        ]}
      />
    </section>
  );
}

function Expiry({ invitation: { expiresAt, isExpired } }: { invitation: InvitationView }) {
  const t = useTexts(supplierPeopleTexts);
  const format = useFormat();
  if (isExpired) return <Tag tone="warning">{t('expired', { date: format.date(expiresAt) })}</Tag>;
  return <Time value={expiresAt} only="date" />;
}

function Acts({ invitation: { id, email } }: { invitation: InvitationView }) {
  const t = useTexts(supplierPeopleTexts);
  const to = usePaths();
  return (
    <form method="post" action={to.supplier.people()} className="sd-row-links">
      <input type="hidden" name="invitation" value={id} />
      <Button kind="tertiary" name="act" value="resend" aria-label={t('resendTo', { email })}>
        {t('resend')}
      </Button>
      <Button kind="tertiary" name="act" value="withdraw" aria-label={t('withdrawFrom', { email })}>
        {t('withdraw')}
      </Button>
    </form>
  );
}

export function InviteForm({ view, refused }: { view: PeopleView; refused: RefusedPeople | undefined }) {
  const t = useTexts(supplierPeopleTexts);
  const role = useTexts(roleTexts);
  const explanation = useTexts(roleExplanations);
  const to = usePaths();
  const first = (name: string) => refused?.typed[name]?.[0];
  const error = (name: string) => errorOf(refused?.errors ?? [], name);
  return (
    <section aria-labelledby="invite">
      <h2 id="invite">{t('inviteHeading')}</h2>
      <p>{t('inviteText')}</p>
      <form method="post" noValidate action={to.supplier.people()}>
        <TextInput
          name="email"
          type="email"
          label={t('fieldEmail')}
          width="l"
          autoComplete="off"
          defaultValue={first('email')}
          error={error('email')}
        />
        <RadioGroup
          name="role"
          label={t('fieldRole')}
          defaultValue={first('role') ?? 'editor'}
          error={error('role')}
          choices={supplierRoles.map((value) => ({ value, label: role(value), hint: explanation(value) }))}
        />
        {view.products.length > 0 && (
          <RadioGroup
            name="reach"
            label={t('fieldWhere')}
            hint={t('fieldWhereHint')}
            defaultValue={first('reach') ?? 'every'}
            error={error('reach')}
            choices={[
              { value: 'every', label: t('roleEvery') },
              {
                value: 'chosen',
                label: t('roleChosen'),
                content: (
                  <ProductFields
                    field="invited"
                    products={view.products}
                    chosen={refused?.typed[productsField('invited')] ?? []}
                  />
                ),
              },
            ]}
          />
        )}
        <Select
          name="language"
          label={t('fieldLanguage')}
          empty={null}
          options={languages.map((language) => ({ value: language, label: languageNames[language] }))}
          defaultValue={first('language') ?? 'da'}
        />
        <ButtonGroup>
          <Button name="act" value="invite">
            {t('invite')}
          </Button>
        </ButtonGroup>
      </form>
    </section>
  );
}
