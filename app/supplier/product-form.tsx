import {
  Button,
  ButtonGroup,
  ButtonLink,
  Details,
  errorOf,
  type FieldProblem,
  RadioGroup,
  TextArea,
  TextInput,
} from '~/app/components';
import { commonTexts } from '~/app/i18n/common';
import { productTexts } from '~/app/i18n/supplier-products';
import { useTexts } from '~/app/i18n/use-texts';
import { productTypeExplanations, productTypeTexts } from '~/app/i18n/words';
import { usePaths } from '~/app/paths';
import { productLimits } from '~/workflows/product';
import { productTypes } from '~/workflows/words';

/** The form's fields as texts, as they were typed. */
export interface ProductFields {
  name: string;
  description: string;
  type: string;
  kle: string;
  kitosUuid: string;
}

export const emptyProduct: ProductFields = { name: '', description: '', type: '', kle: '', kitosUuid: '' };

interface ProductFormProps {
  values: ProductFields;
  /** The version that is being corrected; null for a new product. */
  version: number | null;
  errors: readonly FieldProblem[];
  kleGroups: readonly { number: string; title: string }[];
}

/** What a product is called, what it does and where it belongs. */
export function ProductForm({ values, version, errors, kleGroups }: ProductFormProps) {
  const t = useTexts(productTexts);
  const common = useTexts(commonTexts);
  const paths = usePaths();
  return (
    <form method="post" noValidate>
      {version !== null && <input type="hidden" name="version" value={version} />}
      <TextInput
        name="name"
        label={t('nameLabel')}
        hint={t('nameHint')}
        defaultValue={values.name}
        error={errorOf(errors, 'name')}
        autoComplete="off"
      />
      <TextArea
        name="description"
        label={t('descriptionLabel')}
        hint={t('descriptionHint')}
        defaultValue={values.description}
        error={errorOf(errors, 'description')}
        limit={productLimits.description}
        rows={4}
      />
      <ProductTypeField value={values.type} error={errorOf(errors, 'type')} />
      <TextInput
        name="kle"
        label={t('kleLabel')}
        hint={t('kleHint')}
        extra={<KleGroupList groups={kleGroups} />}
        defaultValue={values.kle}
        error={errorOf(errors, 'kle')}
        autoComplete="off"
        inputMode="text"
      />
      <TextInput
        name="kitosUuid"
        label={t('kitosLabel')}
        hint={t('kitosHint')}
        optional
        defaultValue={values.kitosUuid}
        error={errorOf(errors, 'kitosUuid')}
        autoComplete="off"
        spellCheck={false}
        width="xl"
      />
      <ButtonGroup>
        <Button>{version === null ? t('create') : t('saveChanges')}</Button>
        <ButtonLink kind="secondary" href={paths.supplier.home()}>
          {common('cancel')}
        </ButtonLink>
      </ButtonGroup>
    </form>
  );
}

function ProductTypeField({ value, error }: { value: string; error: string | undefined }) {
  const t = useTexts(productTexts);
  const type = useTexts(productTypeTexts);
  const explanation = useTexts(productTypeExplanations);
  return (
    <RadioGroup
      name="type"
      label={t('typeLabel')}
      hint={t('typeHint')}
      choices={productTypes.map((each) => ({ value: each, label: type(each), hint: explanation(each) }))}
      defaultValue={value}
      error={error}
    />
  );
}

/** The main groups to choose numbers from; the finer numbers are known to those who use them. */
export function KleGroupList({ groups }: { groups: ProductFormProps['kleGroups'] }) {
  const t = useTexts(productTexts);
  return (
    <Details summary={t('kleList')}>
      <ul className="sd-kle-groups">
        {groups.map(({ number, title }) => (
          <li key={number}>
            <strong>{number}</strong> {title}
          </li>
        ))}
      </ul>
    </Details>
  );
}
