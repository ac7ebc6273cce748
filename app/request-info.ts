import { createContext, useContext } from 'react';

/** What the document needs to know of the response it is part of. */
export interface RequestInfo {
  /** For `<Scripts nonce>` and `<ScrollRestoration nonce>`; empty in the browser, which hides nonces, and on public pages, which have no scripts. */
  nonce: string;
  /** Shown on error pages, so that a report finds its log lines. */
  requestId: string;
}

/** Filled by entry.server.tsx and entry.client.tsx. The root renders `<html data-request-id>` where scripts follow. */
export const RequestInfoContext = createContext<RequestInfo>({ nonce: '', requestId: '' });

export function useRequestInfo(): RequestInfo {
  return useContext(RequestInfoContext);
}
