import type { DecideInput } from '~/db/proposal-decisions';

/**
 * Reads a form of proposals: one button `accept` or `decline` with an id, or `all` with what to do with every one that
 * the form shows. `shown` is an id and the version of the answer that stood beside it.
 */
export function readDecisions(form: FormData): Omit<DecideInput, 'declarationId'> {
  const shown = textsIn(form, 'shown').flatMap((text) => {
    const [id, version] = text.split(':');
    return id && version && /^\d{1,9}$/.test(version) ? [{ id, version: Number(version) }] : [];
  });
  const all = form.get('all');
  const ids = shown.map(({ id }) => id);
  return {
    accept: all === 'accept' ? ids : textsIn(form, 'accept'),
    decline: all === 'decline' ? ids : textsIn(form, 'decline'),
    seen: Object.fromEntries(shown.map(({ id, version }) => [id, version])),
  };
}

function textsIn(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value) => typeof value === 'string');
}
