import type { Readable } from 'node:stream';
import type postgres from 'postgres';

/**
 * Gives the bytes of a `copy … to stdout` to `work` and waits until it has read them all. The driver pauses its socket
 * when a reader is slow, and does not go on when the end comes in the same packet: the next query on the connection would
 * wait for ever. So it is told to go on here, in the one place that reads copies.
 * @param statement is sent as it is: no text of anybody's belongs in it
 * @param work reads the stream to its end, or throws
 */
export async function readCopy(
  tx: postgres.TransactionSql,
  statement: string,
  work: (rows: Readable) => Promise<void>,
): Promise<void> {
  const rows = await tx.unsafe(statement).readable();
  await work(rows).finally(() => rows._read(0));
}
