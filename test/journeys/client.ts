import type { DemoPerson } from '~/app/auth/demo.server';

export interface Answer {
  status: number;
  body: string;
  headers: Headers;
}

/** Asks the portal without a browser, as a program does: redirects are answers. */
export interface Client {
  get(address: string): Promise<Answer>;
  /** From the portal's own pages, unless the headers say otherwise. */
  post(address: string, body: BodyInit, headers?: Readonly<Record<string, string>>): Promise<Answer>;
}

/** @param url the portal's address @param as whom to sign in as; without: nobody */
export async function connect(url: string, as?: DemoPerson): Promise<Client> {
  const Cookie = as ? await signIn(url, as) : '';
  const ask = async (address: string, options: RequestInit & { headers?: Record<string, string> }): Promise<Answer> => {
    const response = await fetch(url + address, {
      redirect: 'manual',
      ...options,
      // As long as what it says, so that two answers can be compared.
      headers: { 'Accept-Encoding': 'identity', ...(Cookie ? { Cookie } : {}), ...options.headers },
    });
    return { status: response.status, body: await response.text(), headers: response.headers };
  };
  return {
    get: (address) => ask(address, {}),
    post: (address, body, headers = {}) => ask(address, { method: 'POST', body, headers: { Origin: url, ...headers } }),
  };
}

async function signIn(url: string, person: DemoPerson): Promise<string> {
  const response = await fetch(`${url}/sign-in/demo`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ person }),
    headers: { Origin: url },
  });
  const cookie = response.headers.get('Set-Cookie')?.split(';')[0];
  if (!cookie) throw new Error(`${person} could not sign in.`);
  return cookie;
}
