import * as React from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** How elements' attributes are written as HTML, for app/plain-markup.ts. */

export type Props = Readonly<Record<string, unknown>>;

/** What React's renderers set before they call a component. React 19 calls it otherwise; the test would tell. */
export const internals = (
  React as unknown as {
    __SECRET_INTERNALS_DO_NOT_USE_OR_YOU_WILL_BE_FIRED: { ReactCurrentDispatcher: { current: unknown } };
  }
).__SECRET_INTERNALS_DO_NOT_USE_OR_YOU_WILL_BE_FIRED;

/** By an attribute's name in React: what stands before its value, or '' where React leaves it out. */
const starts = new Map<string, string>();
/** Attributes whose value is no text, whole. Styles can be made up without end, so not all are kept. */
const written = new Map<string, string>();
const mostWritten = 1_000;

export function writeAttribute(name: string, value: unknown): string {
  if (typeof value === 'string') {
    const start = starts.get(name) ?? askStart(name);
    return start === '' ? '' : `${start}${escaped(value)}"`;
  }
  if (typeof value === 'function') return '';
  const key = `${name} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`;
  const known = written.get(key) ?? askReact(name, value);
  if (written.size < mostWritten) written.set(key, known);
  return known;
}

function askStart(name: string): string {
  const start = askReact(name, '!').split('!"')[0] ?? '';
  starts.set(name, start);
  return start;
}

/** @returns ` class="x"`: how React writes one attribute */
function askReact(name: string, value: unknown): string {
  const before = internals.ReactCurrentDispatcher.current;
  const text = renderToStaticMarkup(React.createElement('div', { [name]: value }));
  internals.ReactCurrentDispatcher.current = before;
  return text.slice('<div'.length, -'></div>'.length);
}

/** What is no attribute: it is written between the tags, or in another way. */
export function isContent(tag: string, name: string): boolean {
  switch (name) {
    case 'children':
    case 'dangerouslySetInnerHTML':
    case 'defaultValue':
    case 'defaultChecked':
      return true;
    case 'value':
      return tag === 'input' || tag === 'select' || tag === 'textarea';
    case 'checked':
      return tag === 'input';
    case 'selected':
      return tag === 'option';
    default:
      return false;
  }
}

/** What a field holds and whether it is ticked. */
export function writeInput({ checked, defaultChecked, value, defaultValue }: Props): string {
  const text = (checked ?? defaultChecked) ? ' checked=""' : '';
  const given = value ?? defaultValue;
  return given === null || given === undefined ? text : `${text} value="${escaped(String(given))}"`;
}

const special = /["&'<>]/;
const escapes: Readonly<Record<string, string>> = {
  '"': '&quot;',
  '&': '&amp;',
  "'": '&#x27;',
  '<': '&lt;',
  '>': '&gt;',
};

/** As React writes text: byte for byte, an apostrophe as well. */
export function escaped(text: string): string {
  return special.test(text) ? text.replace(/["&'<>]/g, (found) => escapes[found] ?? found) : text;
}
