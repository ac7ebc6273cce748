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
