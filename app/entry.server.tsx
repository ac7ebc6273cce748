import { Writable } from 'node:stream';
import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import type { ReactElement } from 'react';
import { renderToPipeableStream } from 'react-dom/server';
import { isPage } from '~/app/page';
import { writePage } from '~/app/plain-markup';
import { RequestInfoContext } from '~/app/request-info';

/** Renders a page whole: one buffer compresses and travels better than a stream, and an error leaves no half page. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, requestId }: AppLoadContext,
): Promise<Response> {
  const page = (
    <RequestInfoContext.Provider value={{ nonce, requestId }}>
      <RemixServer context={remixContext} url={request.url} nonce={nonce} />
    </RequestInfoContext.Provider>
  );
  const body = hasScripts(remixContext) ? await renderWhole(page, nonce) : writePage(page);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  return new Response(body, { status, headers });
}

export { writeDirectly } from '~/app/direct-page';

/** As app/document.ts has it: an error's page never has any. */
function hasScripts({ staticHandlerContext: { matches, errors }, routeModules }: EntryContext): boolean {
  const handles = matches.map(({ route }) => routeModules[route.id]?.handle).filter(isPage);
  return errors === null && handles.at(-1)?.scripts === true;
}

/** Not renderToString: Remix hands the loaders' data over in a part of the page that has to be waited for. */
function renderWhole(page: ReactElement, nonce: string): Promise<Buffer<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const collect = new Writable({
      write(chunk: Buffer, _encoding, done) {
        chunks.push(chunk);
        done();
      },
      final(done) {
        // Where a letter of two bytes does not fit into one of React's chunks, React 18 leaves a zero byte.
        resolve(Buffer.concat(chunks.map((chunk) => (chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk))));
        done();
      },
    });
    const { pipe } = renderToPipeableStream(page, {
      nonce,
      onAllReady: () => pipe(collect),
      onShellError: reject,
      // Also what breaks below a Suspense boundary, which React would leave for the browser to try again.
      onError: reject,
    });
  });
}

/** Called by Remix for what loaders, actions and rendering throw. The page shows only the request's id. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  // A client's mistake, such as a method that the route does not have, has its answer and is no error of ours.
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  context.log.error({ err: error }, 'unexpected error');
};
