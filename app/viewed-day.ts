import { createContext, useContext } from 'react';
import type { ViewedDay } from '~/workflows/viewed-day';

/** As of which other day the page is shown; null: as it is. Set once by the document (app/root.tsx). */
export const ViewedDayContext = createContext<ViewedDay | null>(null);

export function useViewedDay(): ViewedDay | null {
  return useContext(ViewedDayContext);
}

/** What forms and links to the API have to carry, so that the day stays. */
export function useDayQuery(): Readonly<Record<string, string>> {
  const viewed = useViewedDay();
  return viewed ? { on: viewed.day } : {};
}
