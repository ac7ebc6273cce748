import { RemixBrowser } from '@remix-run/react';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { RequestInfoContext } from '~/app/request-info';

const requestId = document.documentElement.dataset.requestId ?? '';

/**
 * Remix reads the page's data inside its first render and suspends there without a boundary: a key that is pressed in that
 * moment would make React render at once and fail (its error 345). So the data is read before React listens to anything.
 * The call ends in the promise of the data, before any hook.
 */
async function untilDataIsRead(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (suspended) {
    await suspended;
  }
}

await untilDataIsRead();
startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RequestInfoContext.Provider value={{ nonce: '', requestId }}>
        <RemixBrowser />
      </RequestInfoContext.Provider>
    </StrictMode>,
  );
});
