import type { MunicipalityQuery } from '~/db/municipality-overview';
import { municipalitySorts } from '~/workflows/review/municipality-deciding';

/** What the list's address asks for; `-cases` sorts downwards. Unknown values give the usual ones, never an error. */
export function readMunicipalityQuery(address: URL): MunicipalityQuery {
  const asked = address.searchParams.get('sort') ?? '';
  const isDown = asked.startsWith('-');
  const sort = municipalitySorts.find((each) => each === (isDown ? asked.slice(1) : asked));
  const page = Number(address.searchParams.get('page') ?? 1);
  return {
    page: Number.isInteger(page) && page >= 1 && page <= 1_000 ? page : 1,
    search: (address.searchParams.get('q') ?? '').trim().slice(0, 100),
    sort: sort ?? 'name',
    direction: sort && isDown ? 'descending' : 'ascending',
  };
}

/** The usual values left out, so that one state has one address. */
export function municipalitiesAddress({ search, sort, direction, page }: MunicipalityQuery): {
  q: string | null;
  sort: string | null;
  page: number | null;
} {
  const isUsual = sort === 'name' && direction === 'ascending';
  return {
    q: search === '' ? null : search,
    sort: isUsual ? null : `${direction === 'descending' ? '-' : ''}${sort}`,
    page: page === 1 ? null : page,
  };
}
