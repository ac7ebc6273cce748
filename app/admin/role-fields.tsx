import { Select, TextInput } from '~/app/components';
import { peopleAdministrationTexts } from '~/app/i18n/people-administration';
import { useTexts } from '~/app/i18n/use-texts';
import { roleTexts } from '~/app/i18n/words';
import { type PlaceKind, placeKindOf } from '~/workflows/people-rights';
import type { Role } from '~/workflows/words';

export interface Municipality {
  code: string;
  name: string;
}

interface RoleFieldsProps {
  roles: readonly Role[];
  municipalities: readonly Municipality[];
  typed: Readonly<Record<string, string>>;
  errorOf: (field: string) => string | undefined;
}

const groups = {
  municipality: 'groupMunicipality',
  supplier: 'groupSupplier',
  portal: 'groupPortal',
} as const satisfies Readonly<Record<PlaceKind, string>>;

/** A role and where it holds. Without scripts every field is there, so each says for which roles it counts. */
export function RoleFields({ roles, municipalities, typed, errorOf }: RoleFieldsProps) {
  const t = useTexts(peopleAdministrationTexts);
  const role = useTexts(roleTexts);
  const hasSuppliers = roles.some((each) => placeKindOf(each) === 'supplier');
  return (
    <>
      <Select
        name="role"
        label={t('fieldRole')}
        empty={null}
        options={roles.map((each) => ({ value: each, label: t(groups[placeKindOf(each)], { role: role(each) }) }))}
        defaultValue={typed.role}
        error={errorOf('role')}
      />
      <Select
        name="municipality"
        label={t('fieldMunicipality')}
        hint={hasSuppliers ? t('fieldMunicipalityHint') : undefined}
        empty={municipalities.length === 1 ? null : t('chooseMunicipality')}
        options={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
        defaultValue={typed.municipality}
        error={errorOf('municipality')}
      />
      {hasSuppliers && (
        <TextInput
          name="cvr"
          label={t('fieldCvr')}
          hint={t('fieldCvrHint')}
          width="s"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={typed.cvr}
          error={errorOf('cvr')}
        />
      )}
    </>
  );
}
