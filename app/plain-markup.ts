import * as React from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/**
 * Writes a page that no script will make live as text, several times faster than React's renderer, which has to be able
 * to stop, wait and stream. Components are called as they are; of hooks they may use those that mean something where
 * nothing ever changes. How an attribute is written React itself is asked, once for each
 * (decision 0036; test/app/plain-markup.test.tsx compares whole pages with React's).
 * @param page an element whose top is `html`, or a part of a page
 * @returns the same text as renderToStaticMarkup, but for what Suspense writes around its children
 */
export function writeMarkup(page: React.ReactNode): string {
  const dispatcher = internals.ReactCurrentDispatcher;
  const before = dispatcher.current;
  const writing: Writing = { contexts: new Map(), selected: null, ids: 0 };
  dispatcher.current = hooksOf(writing);
  try {
    return write(page, writing);
  } finally {
    dispatcher.current = before;
  }
}

/** What React's renderers set before they call a component. React 19 calls it otherwise; the test would tell. */
const internals = (
  React as unknown as {
    __SECRET_INTERNALS_DO_NOT_USE_OR_YOU_WILL_BE_FIRED: { ReactCurrentDispatcher: { current: unknown } };
  }
).__SECRET_INTERNALS_DO_NOT_USE_OR_YOU_WILL_BE_FIRED;

interface Writing {
  contexts: Map<unknown, unknown>;
  /** The values of the `select` around. */
  selected: readonly string[] | null;
  ids: number;
}

interface ContextType {
  _currentValue: unknown;
}

type Props = Readonly<Record<string, unknown>>;

/** What types of elements are, by React's mark on them. */
interface MarkedType {
  $$typeof: symbol;
  _context: ContextType;
  type: ElementType;
  render: (props: Props, ref: unknown) => unknown;
}

interface ComponentClass {
  new (props: Props, context: unknown): React.Component<Props>;
  contextType?: ContextType;
  getDerivedStateFromProps?: (props: Props, state: unknown) => object | null;
}

type ElementType = string | symbol | MarkedType | ((props: Props) => unknown) | ComponentClass;

const marks = {
  element: Symbol.for('react.element'),
  provider: Symbol.for('react.provider'),
  context: Symbol.for('react.context'),
  memo: Symbol.for('react.memo'),
  forwardRef: Symbol.for('react.forward_ref'),
};

function hooksOf(writing: Writing) {
  const nothing = (): void => undefined;
  return {
    useContext: (context: ContextType) => contextValue(context, writing),
    useState: (initial: unknown) => [typeof initial === 'function' ? initial() : initial, nothing],
    useReducer: (_reducer: unknown, initial: unknown, init?: (value: unknown) => unknown) => [
      init ? init(initial) : initial,
      nothing,
    ],
    useRef: (current: unknown) => ({ current }),
    useMemo: (make: () => unknown) => make(),
    useCallback: (callback: unknown) => callback,
    useId: () => `:S${(writing.ids++).toString(32)}:`,
    useSyncExternalStore: (_subscribe: unknown, get: () => unknown, getOnServer?: () => unknown) =>
      (getOnServer ?? get)(),
    useTransition: () => [false, nothing],
    useDeferredValue: (value: unknown) => value,
    useEffect: nothing,
    useLayoutEffect: nothing,
    useInsertionEffect: nothing,
    useImperativeHandle: nothing,
    useDebugValue: nothing,
  };
}

function contextValue(context: ContextType, { contexts }: Writing): unknown {
  return contexts.has(context) ? contexts.get(context) : context._currentValue;
}

function write(node: unknown, writing: Writing): string {
  if (typeof node === 'string') return escaped(node);
  if (typeof node === 'number') return String(node);
  if (node === null || node === undefined || typeof node === 'boolean') return '';
  if (Array.isArray(node)) {
    let text = '';
    for (const each of node) text += write(each, writing);
    return text;
  }
  const { $$typeof: mark, type, props } = node as { $$typeof: symbol; type: ElementType; props: Props };
  if (mark !== marks.element) throw new Error('A page holds something that is neither a text nor an element.');
  if (typeof type === 'string') return writeElement(type, props, writing);
  return writeComponent(type, props, writing);
}

function writeComponent(type: Exclude<ElementType, string>, props: Props, writing: Writing): string {
  if (typeof type === 'function') {
    if (isClass(type)) return writeClass(type, props, writing);
    return write(type(props), writing);
  }
  // Fragment, Suspense, StrictMode, Profiler.
  if (typeof type === 'symbol') return write(props.children, writing);
  switch (type.$$typeof) {
    case marks.provider: {
      const { contexts } = writing;
      const before = contextValue(type._context, writing);
      contexts.set(type._context, props.value);
      const text = write(props.children, writing);
      contexts.set(type._context, before);
      return text;
    }
    case marks.context: {
      const context = (type._context ?? type) as ContextType;
      return write((props.children as (value: unknown) => unknown)(contextValue(context, writing)), writing);
    }
    case marks.memo:
      return write({ $$typeof: marks.element, type: type.type, props }, writing);
    case marks.forwardRef:
      return write(type.render(props, null), writing);
    default:
      throw new Error('A page without scripts holds an element of an unknown kind.');
  }
}

function isClass(type: ((props: Props) => unknown) | ComponentClass): type is ComponentClass {
  return type.prototype?.isReactComponent !== undefined;
}

function writeClass(Type: ComponentClass, props: Props, writing: Writing): string {
  const component = new Type(props, Type.contextType && contextValue(Type.contextType, writing));
  component.context = Type.contextType && contextValue(Type.contextType, writing);
  const derived = Type.getDerivedStateFromProps?.(props, component.state);
  if (derived) component.state = { ...component.state, ...derived };
  return write(component.render(), writing);
}

const endless: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

function writeElement(tag: string, props: Props, writing: Writing): string {
  let text = tag === 'html' ? '<!DOCTYPE html><html' : `<${tag}`;
  for (const name in props) {
    const value = props[name];
    if (value !== null && value !== undefined && !isContent(tag, name)) text += writeAttribute(name, value);
  }
  if (tag === 'input') text += writeInput(props);
  if (tag === 'option' && isSelected(props, writing)) text += ' selected=""';
  if (endless.has(tag)) return `${text}/>`;
  return `${text}>${writeContent(tag, props, writing)}</${tag}>`;
}

function isContent(tag: string, name: string): boolean {
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

function writeInput({ checked, defaultChecked, value, defaultValue }: Props): string {
  const text = (checked ?? defaultChecked) ? ' checked=""' : '';
  const given = value ?? defaultValue;
  return given === null || given === undefined ? text : `${text} value="${escaped(String(given))}"`;
}

function isSelected({ value, children, selected }: Props, writing: Writing): boolean {
  if (writing.selected === null) return selected === true;
  return writing.selected.includes(String(value ?? children));
}

function writeContent(tag: string, props: Props, writing: Writing): string {
  const { children, dangerouslySetInnerHTML: raw, value, defaultValue } = props;
  if (raw) return (raw as { __html: string }).__html;
  if (tag === 'textarea') {
    const text = escaped(String(value ?? defaultValue ?? children ?? ''));
    return text.startsWith('\n') ? `\n${text}` : text;
  }
  if (tag !== 'select') return write(children, writing);
  const given = value ?? defaultValue;
  const before = writing.selected;
  writing.selected = given === null || given === undefined ? null : [given].flat().map(String);
  const text = write(children, writing);
  writing.selected = before;
  return text;
}

/** By an attribute's name in React: what stands before its value, or '' where React leaves it out. */
const starts = new Map<string, string>();
/** Attributes whose value is no text, whole. Styles can be made up without end, so not all are kept. */
const written = new Map<string, string>();
const mostWritten = 1_000;

function writeAttribute(name: string, value: unknown): string {
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

const special = /["&'<>]/;
const escapes: Readonly<Record<string, string>> = {
  '"': '&quot;',
  '&': '&amp;',
  "'": '&#x27;',
  '<': '&lt;',
  '>': '&gt;',
};

function escaped(text: string): string {
  return special.test(text) ? text.replace(/["&'<>]/g, (found) => escapes[found] ?? found) : text;
}
