// A program for embedded.test.ts: writes rows and prints the number of each that the database has acknowledged.
import { openPool } from '~/db/client';
import { openEmbedded } from '~/db/embedded';

const dataDir = process.argv[2] ?? '';
const server = await openEmbedded({ dataDir, durable: true });
const sql = openPool(server.options, { applicationName: 'writer', max: 4 });
await sql`create table if not exists written (number int primary key)`;

let next = 0;
async function write(): Promise<void> {
  for (;;) {
    next += 1;
    const number = next;
    await sql`insert into written values (${number})`;
    process.stdout.write(`${number}\n`);
  }
}
await Promise.all([write(), write(), write(), write()]);
