import type postgres from 'postgres';

/** A text is prepared when it comes for this time: what comes once, as a search of many words, would only take room. */
const preparedFrom = 3;
/** Texts that are prepared at the most, on each connection for as long as it lives: the server keeps a plan of each. */
const mostPrepared = 300;
/** Texts that are counted at a time. */
const mostCounted = 2_000;

/**
 * A client whose queries are prepared statements once they come again and again. drizzle sends every query without a
 * name; for one with parameters the driver then asks the server what their types are before it sends them, so that each
 * query goes to the server twice and is planned each time, and queries of one transaction cannot be sent together.
 * `?prepare=false` in the address switches it off, for a pooler between that does not keep statements apart.
 */
export function preparing(client: postgres.Sql): postgres.Sql {
  return withUnsafe(client, openMemory());
}

/** @returns whether the text is to be prepared */
type Memory = (text: string) => boolean;

function openMemory(): Memory {
  const prepared = new Set<string>();
  let counted = new Map<string, number>();
  return (text) => {
    if (prepared.has(text)) return true;
    if (prepared.size >= mostPrepared) return false;
    const times = (counted.get(text) ?? 0) + 1;
    if (times >= preparedFrom) {
      counted.delete(text);
      prepared.add(text);
      return true;
    }
    if (counted.size >= mostCounted) counted = new Map();
    counted.set(text, times);
    return false;
  };
}

type Client = postgres.Sql | postgres.TransactionSql;

/** The same client; only how texts with parameters are sent is another, in its transactions too. */
function withUnsafe<Given extends Client>(client: Given, isPrepared: Memory): Given {
  const inside = (work: (inner: postgres.TransactionSql) => unknown) => (inner: postgres.TransactionSql) =>
    work(withUnsafe(inner, isPrepared));
  const own = {
    unsafe: (text: string, parameters: never[] = [], options: postgres.UnsafeQueryOptions = {}) =>
      client.unsafe(text, parameters, {
        ...options,
        // One without parameters goes to the server once as it is.
        prepare: options.prepare || (parameters.length > 0 && isPrepared(text)),
      }),
    begin: (...given: unknown[]) => {
      const { begin } = client as postgres.Sql;
      const work = given.pop() as Parameters<typeof inside>[0];
      return (begin as (...all: unknown[]) => unknown)(...given, inside(work));
    },
    savepoint: (...given: unknown[]) => {
      const { savepoint } = client as postgres.TransactionSql;
      const work = given.pop() as Parameters<typeof inside>[0];
      return (savepoint as (...all: unknown[]) => unknown)(...given, inside(work));
    },
  };
  return new Proxy(client, {
    get: (target, name) =>
      Object.hasOwn(own, name) && name in target ? own[name as keyof typeof own] : Reflect.get(target, name),
  });
}
