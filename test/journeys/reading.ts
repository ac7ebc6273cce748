import type { APIResponse } from 'playwright-core';
import { apiPaths, paths } from '~/app/paths';
import { languages } from '~/workflows/words';
import type { Person } from './person';

/** What the portal answers, without what it draws anew for each request. */
export async function answerTo({ context }: Person, address: string): Promise<{ status: number; body: string }> {
  const response = await context.request.get(address, { maxRedirects: 0 });
  return { status: response.status(), body: plain(await response.text()) };
}

/** A page or a problem without the number of its request and the nonce of its scripts. */
export function plain(body: string): string {
  return body
    .replaceAll(/data-request-id="[^"]*"/g, '')
    .replaceAll(/urn:uuid:[0-9a-f-]+/g, '')
    .replaceAll(/nonce="[^"]*"/g, '');
}

export async function readJson(response: APIResponse | Promise<APIResponse>): Promise<Record<string, unknown>> {
  return (await (await response).json()) as Record<string, unknown>;
}

/**
 * Everything that the public can read of a product, were it there: lists, searches, counts and its own addresses, for
 * people in both languages and for machines.
 * @param about what to look for: the product's address and name, its supplier's address, its interfaces
 */
export function listPublicAddresses(about: {
  slug: string;
  name: string;
  supplier: string;
  interfaces: readonly string[];
  group: string;
  municipality: string;
}): string[] {
  const { slug, name, supplier, interfaces, group, municipality } = about;
  const pages = languages
    .map((language) => paths(language))
    .flatMap((to) => [
      to.home(),
      to.products(),
      to.products({ q: name }),
      to.product(slug),
      to.suppliers(),
      to.publicSupplier(supplier),
      to.interfaces(),
      ...interfaces.map((id) => to.interface(id)),
      to.interfaceGroup(group),
      to.products({ interface: [...interfaces] }),
      to.compare(),
      to.municipalities(),
      to.municipality(municipality),
      to.statistics(),
    ]);
  return [
    ...pages,
    apiPaths.products(),
    apiPaths.products({ q: name }),
    apiPaths.product(slug),
    apiPaths.suppliers(),
    apiPaths.supplier(supplier),
    apiPaths.interfaces(),
    ...interfaces.map((id) => apiPaths.interface(id)),
    apiPaths.interfaceGroups(),
    apiPaths.municipalities(),
    apiPaths.municipality(municipality),
  ];
}

/** The answers to all of them, by address. */
export async function readPublic(reader: Person, addresses: readonly string[]) {
  const answers = new Map<string, { status: number; body: string }>();
  for (const address of addresses) answers.set(address, await answerTo(reader, address));
  return answers;
}
