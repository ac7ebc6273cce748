import type { LoaderFunctionArgs } from '@remix-run/node';
import { dataCatalogueResponse } from '~/app/published/data-catalogue.server';

/** The catalogue of data sets (DCAT-AP) as Turtle, for portals of open data. */
export function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  return dataCatalogueResponse('ttl', context.config);
}
