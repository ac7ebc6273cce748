import { isRouteErrorResponse } from '@remix-run/react';
import type { commonTexts } from '~/app/i18n/common';

export type ErrorKind = 'notFound' | 'forbidden' | 'conflict' | 'tooMany' | 'refused' | 'broken';

/** What kind of page to show for what a loader or action threw. What is not an HTTP answer is our own fault. */
export function errorKindOf(error: unknown): ErrorKind {
  if (!isRouteErrorResponse(error)) return error === undefined ? 'notFound' : 'broken';
  if (error.status === 404 || error.status === 410) return 'notFound';
  if (error.status === 403) return 'forbidden';
  if (error.status === 409) return 'conflict';
  if (error.status === 429) return 'tooMany';
  return error.status < 500 ? 'refused' : 'broken';
}

type Key = keyof typeof commonTexts;

export const errorTextKeys = {
  notFound: { title: 'notFoundTitle', text: 'notFoundText' },
  forbidden: { title: 'forbiddenTitle', text: 'forbiddenText' },
  conflict: { title: 'conflictTitle', text: 'conflictText' },
  tooMany: { title: 'tooManyTitle', text: 'tooManyText' },
  refused: { title: 'refusedTitle', text: 'refusedText' },
  broken: { title: 'brokenTitle', text: 'brokenText' },
} as const satisfies Record<ErrorKind, { title: Key; text: Key }>;
