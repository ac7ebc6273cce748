import type { ReactNode } from 'react';

/**
 * Parts of pages that are written once and put into every page without scripts that shows them again. What a part says
 * may follow from nothing but its props, the language and the day as of which the page is shown, and all three are its
 * key: texts and numbers by what they are, objects by which they are. A publication loads other objects, and so finds
 * nothing of before. The writer refuses a part that reads any other context (decision 0037).
 */
export interface KeptPart {
  (props: never): ReactNode;
  written: (props: Readonly<Record<string, unknown>>) => ReactNode;
  part: number;
}

/**
 * @param component of which the props' objects are never changed
 * @returns the same component, whose text is kept where the page is written by `writePage`
 */
export function kept<Props extends object>(component: (props: Props) => ReactNode): (props: Props) => ReactNode {
  parts += 1;
  const wrapped = (props: Props) => component(props);
  return Object.assign(wrapped, { written: component, part: parts });
}

let parts = 0;

export function isKept(type: object): type is KeptPart {
  return 'part' in type && 'written' in type;
}

/** By what a part is found again that was drawn of the same content. */
export interface Drawn {
  /** A hash of everything that it is drawn from; empty: it is not kept. */
  content: string;
}

interface DrawnProps<View> {
  drawn: Drawn;
  /** Null where the text is there already (`findDrawn`). */
  view: View | null;
}

/** A large part that is drawn once for each content, language and build (decision 0042). */
export interface DrawnPart {
  (props: never): ReactNode;
  drawnAs: string;
}

/**
 * Marks a large part of a page of which the text is kept by its content: a publication of something else leaves it.
 * @param name another one for each part
 * @param component says nothing but what follows from `view`, which `drawn` is the hash of, and from the language
 */
export function drawnOnce<View extends object>(
  name: string,
  component: (props: View) => ReactNode,
): (props: DrawnProps<View>) => ReactNode {
  const wrapped = ({ view }: DrawnProps<View>) => (view ? component(view) : null);
  return Object.assign(wrapped, { drawnAs: name });
}

export function isDrawnOnce(type: object): type is DrawnPart {
  return 'drawnAs' in type;
}
