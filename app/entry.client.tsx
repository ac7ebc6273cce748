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

/**
 * Remix takes a jump to a place on the page (the link of an error, the skip link) for a navigation, and forgets what the
 * action answered: the errors vanish, and what was chosen falls back to what is saved. Links and forms are the browser's
 * own everywhere, so within a document nothing but such jumps changes the address.
 */
window.addEventListener('popstate', (event) => event.stopImmediatePropagation(), { capture: true });

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
