import type { LoaderFunctionArgs } from '@remix-run/node';
import { openToAll } from '~/app/api/open-to-all';
import { describeInterchange } from '~/app/exchange/interchange-schema';
import { schemaPaths } from '~/app/paths';

/** The JSON Schema of an exported declaration, for everybody. */
export function loader({ context }: LoaderFunctionArgs) {
  const schema = describeInterchange(new URL(schemaPaths.declaration(), context.config.publicUrl).href);
  return new Response(`${JSON.stringify(schema, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/schema+json; charset=utf-8',
      ...openToAll,
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
