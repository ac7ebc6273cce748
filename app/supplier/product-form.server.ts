import type { FieldProblem } from '~/app/components';
import { productProblemTexts } from '~/app/i18n/supplier-products';
import { translator } from '~/app/i18n/texts';
import type { Product } from '~/db/products';
import { type ProductProblems, productFields } from '~/workflows/product';
import type { Language } from '~/workflows/words';
import { parseKleNumbers, writeKleNumbers } from './kle-numbers';
import type { ProductFields } from './product-form';

export function readProductFields(form: FormData): ProductFields {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';
  };
  return {
    name: text('name'),
    description: text('description'),
    type: text('type'),
    kle: text('kle'),
    kitosUuid: text('kitosUuid'),
  };
}

/** What the command takes. */
export function factsOf(fields: ProductFields) {
  return { ...fields, kle: parseKleNumbers(fields.kle) };
}

export function fieldsOf(product: Product): ProductFields {
  const { name, description, type, kle, kitosUuid } = product;
  return { name, description, type, kle: writeKleNumbers(kle), kitosUuid: kitosUuid ?? '' };
}

export function productErrors(problems: ProductProblems, language: Language): FieldProblem[] {
  const t = translator(productProblemTexts, language);
  return productFields.flatMap((field) => {
    const problem = problems[field];
    return problem ? [{ field, message: t(problem) }] : [];
  });
}
