import type * as React from 'react';
import { drawnBytes, keepDrawn } from './drawn-parts.server';
import { type Drawn, type DrawnPart, isDrawnOnce, isKept, type KeptPart } from './kept-parts';
import { isInKey, keptParts, keyOfPart, languageOf, viewedDayOf } from './kept-texts.server';
import { escaped, internals, isContent, type Props, writeAttribute, writeInput } from './markup-attributes';

/**
 * Writes a page that no script will make live, several times faster than React's renderer, which has to be able
 * to stop, wait and stream. Components are called as they are; of hooks they may use those that mean something where
 * nothing ever changes. How an attribute is written React itself is asked, once for each
 * (decision 0036; test/app/plain-markup.test.tsx compares whole pages with React's).
 * @param page an element whose top is `html`
 * @returns the bytes of what renderToStaticMarkup returns, but for what Suspense writes around its children
 */
export function writePage(page: React.ReactNode): Buffer<ArrayBuffer> {
  const { done, text } = writeAll(page);
  return Buffer.concat([...done, Buffer.from(text)]);
}

/** The same as text, and of parts of pages as well. */
export function writeMarkup(page: React.ReactNode): string {
  return writePage(page).toString();
}

function writeAll(page: React.ReactNode): Writing {
  const dispatcher = internals.ReactCurrentDispatcher;
  const before = dispatcher.current;
  const writing: Writing = {
    text: '',
    done: [],
    contexts: new Map(),
    selected: null,
    ids: 0,
    keeping: 0,
    isDrawing: false,
  };
  dispatcher.current = hooksOf(writing);
  try {
    write(page, writing);
    return writing;
  } finally {
    dispatcher.current = before;
  }
}

interface Writing {
  /** What is written and not yet in `done`. */
  text: string;
  done: Buffer[];
  /** How many kept parts the writer is inside of: what they read besides their props is then refused. */
  keeping: number;
  /** Whether it is inside of a part that is kept by its content, and as strict. */
  isDrawing: boolean;
  contexts: Map<unknown, unknown>;
  /** The values of the `select` around. */
  selected: readonly string[] | null;
  ids: number;
}

interface ContextType {
  _currentValue: unknown;
}

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

/**
 * In characters: a text that grows by small pieces is put together when it is turned into bytes, which is cheap for short
 * ones; and a single letter that is not in Latin-1 makes a text twice as large.
 */
const mostText = 16_384;

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
    useId: () => {
      if (isStrict(writing)) throw new Error('A kept part of a page cannot have ids of its own.');
      return `:S${(writing.ids++).toString(32)}:`;
    },
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

function isStrict({ keeping, isDrawing }: Writing): boolean {
  return keeping > 0 || isDrawing;
}

function contextValue(context: ContextType, writing: Writing): unknown {
  const { contexts } = writing;
  if (isStrict(writing) && !isInKey(context)) {
    throw new Error('A kept part of a page reads what its key does not hold.');
  }
  return contexts.has(context) ? contexts.get(context) : context._currentValue;
}

function write(node: unknown, writing: Writing): void {
  if (typeof node === 'string') {
    writing.text += escaped(node);
    return;
  }
  if (typeof node === 'number') {
    writing.text += String(node);
    return;
  }
  if (node === null || node === undefined || typeof node === 'boolean') return;
  if (Array.isArray(node)) {
    for (const each of node) write(each, writing);
    return;
  }
  const { $$typeof: mark, type, props } = node as { $$typeof: symbol; type: ElementType; props: Props };
  if (mark !== marks.element) throw new Error('A page holds something that is neither a text nor an element.');
  if (typeof type === 'string') writeElement(type, props, writing);
  else writeComponent(type, props, writing);
}

function writeComponent(type: Exclude<ElementType, string>, props: Props, writing: Writing): void {
  if (typeof type === 'function') {
    if (isKept(type)) writeKept(type, props, writing);
    else if (isDrawnOnce(type)) writeDrawn(type, props, writing);
    else if (isClass(type)) writeClass(type, props, writing);
    else write(type(props), writing);
    return;
  }
  if (typeof type === 'symbol') {
    // Fragment, Suspense, StrictMode, Profiler.
    write(props.children, writing);
    return;
  }
  switch (type.$$typeof) {
    case marks.provider: {
      const { contexts } = writing;
      const before = contexts.has(type._context) ? contexts.get(type._context) : type._context._currentValue;
      contexts.set(type._context, props.value);
      write(props.children, writing);
      contexts.set(type._context, before);
      return;
    }
    case marks.context: {
      const context = (type._context ?? type) as ContextType;
      write((props.children as (value: unknown) => unknown)(contextValue(context, writing)), writing);
      return;
    }
    case marks.memo:
      write({ $$typeof: marks.element, type: type.type, props }, writing);
      return;
    case marks.forwardRef:
      write(type.render(props, null), writing);
      return;
    default:
      throw new Error('A page without scripts holds an element of an unknown kind.');
  }
}

/** From the part's key, or by writing it, so that the next who asks has it. */
function writeKept(part: KeptPart, props: Props, writing: Writing): void {
  const key = keyOfPart(part, props, (context) => contextValue(context, writing));
  const known = keptParts.get(key);
  if (known !== undefined) {
    putKept(known, writing);
    return;
  }
  const { text: before, selected } = writing;
  writing.text = '';
  writing.selected = null;
  writing.keeping += 1;
  let kept: string | Buffer<ArrayBuffer>;
  try {
    write(part.written(props), writing);
    const bytes = Buffer.from(writing.text);
    // In one piece, as it will be put together again and again.
    kept = bytes.byteLength > longPart ? bytes : bytes.toString();
  } finally {
    writing.keeping -= 1;
    writing.selected = selected;
  }
  keptParts.set(key, kept);
  writing.text = before;
  putKept(kept, writing);
}

/** In bytes: longer parts are not turned from text into bytes for each page. */
const longPart = 768;

function putKept(kept: string | Buffer<ArrayBuffer>, writing: Writing): void {
  if (typeof kept === 'string') {
    writing.text += kept;
  } else if (writing.keeping > 0) {
    writing.text += kept.toString();
  } else {
    finishPiece(writing);
    writing.done.push(kept);
  }
}

/** From what was drawn of the same content before; or it is drawn now, and kept. */
function writeDrawn(part: DrawnPart, props: Props, writing: Writing): void {
  const { drawn, view } = props as unknown as { drawn: Drawn; view: object | null };
  const draw = part as unknown as (props: Props) => unknown;
  if (writing.keeping > 0) throw new Error('A part that is kept by its content cannot stand in another kept part.');
  finishPiece(writing);
  if (view === null) {
    const bytes = drawnBytes(drawn);
    if (!bytes) throw new Error('A part of a page has neither its text nor what to draw it from.');
    writing.done.push(bytes);
    return;
  }
  const read = (context: object) => contextValue(context as ContextType, writing);
  // Another day's pages are as many as days, and are not kept.
  if (drawn.content === '' || viewedDayOf(read) !== null) {
    write(draw(props), writing);
    return;
  }
  const before = writing.done.length;
  writing.isDrawing = true;
  try {
    write(draw(props), writing);
  } finally {
    writing.isDrawing = false;
  }
  finishPiece(writing);
  keepDrawn(part.drawnAs, languageOf(read), drawn.content, writing.done.slice(before));
}

/** What is written so far becomes bytes. */
function finishPiece(writing: Writing): void {
  if (writing.keeping > 0 || writing.text === '') return;
  writing.done.push(Buffer.from(writing.text));
  writing.text = '';
}

function isClass(type: ((props: Props) => unknown) | ComponentClass): type is ComponentClass {
  return type.prototype?.isReactComponent !== undefined;
}

function writeClass(Type: ComponentClass, props: Props, writing: Writing): void {
  const component = new Type(props, Type.contextType && contextValue(Type.contextType, writing));
  component.context = Type.contextType && contextValue(Type.contextType, writing);
  const derived = Type.getDerivedStateFromProps?.(props, component.state);
  if (derived) component.state = { ...component.state, ...derived };
  write(component.render(), writing);
}

const endless: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

function writeElement(tag: string, props: Props, writing: Writing): void {
  let start = tag === 'html' ? '<!DOCTYPE html><html' : `<${tag}`;
  for (const name in props) {
    const value = props[name];
    if (value !== null && value !== undefined && !isContent(tag, name)) start += writeAttribute(name, value);
  }
  if (tag === 'input') start += writeInput(props);
  if (tag === 'option' && isSelected(props, writing)) start += ' selected=""';
  if (endless.has(tag)) {
    writing.text += `${start}/>`;
    return;
  }
  writing.text += `${start}>`;
  writeContent(tag, props, writing);
  writing.text += `</${tag}>`;
  if (writing.text.length > mostText) finishPiece(writing);
}

function isSelected({ value, children, selected }: Props, writing: Writing): boolean {
  if (writing.selected === null) return selected === true;
  return writing.selected.includes(String(value ?? children));
}

function writeContent(tag: string, props: Props, writing: Writing): void {
  const { children, dangerouslySetInnerHTML: raw, value, defaultValue } = props;
  if (raw) {
    writing.text += (raw as { __html: string }).__html;
  } else if (tag === 'textarea') {
    const text = escaped(String(value ?? defaultValue ?? children ?? ''));
    writing.text += text.startsWith('\n') ? `\n${text}` : text;
  } else if (tag !== 'select') {
    write(children, writing);
  } else {
    const given = value ?? defaultValue;
    const before = writing.selected;
    writing.selected = given === null || given === undefined ? null : [given].flat().map(String);
    write(children, writing);
    writing.selected = before;
  }
}
