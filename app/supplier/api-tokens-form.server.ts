import type { NewToken } from '~/db/api-tokens';
import { apiScopes } from '~/workflows/api-token';
import type { TypedToken } from './api-tokens-page';

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

/** The form as it was typed, to be shown again. */
export function typedTokenOf(form: FormData): TypedToken {
  return {
    name: textOf(form, 'name'),
    scopes: form.getAll('scopes').filter((scope) => typeof scope === 'string'),
    product: textOf(form, 'product'),
    lifetime: textOf(form, 'lifetime'),
  };
}

export function readNewToken(form: FormData): NewToken {
  const { name, scopes, product, lifetime } = typedTokenOf(form);
  return {
    name: name.replace(/[\p{Cc}\p{Cf}]/gu, ''),
    scopes: apiScopes.filter((scope) => scopes.includes(scope)),
    productId: product === '' ? null : product,
    lifetime: Number(lifetime),
  };
}

/** Beside which field a refusal is shown. */
export function fieldOfTokenRefusal(code: string): string {
  if (code === 'token-scope-needed') return 'scopes';
  if (code === 'token-lifetime-unknown') return 'lifetime';
  return code === 'not-found' ? 'product' : 'name';
}
