import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Account } from './account';

/** What postgres.js needs in order to connect; plain data that can be handed to another process. */
export interface ConnectionOptions {
  /** A host name, an address, or the folder of a unix socket. */
  host: string;
  port: number;
  username: string;
  password?: string;
  database: string;
}

/** Where the server listens, and the settings that make it do so. */
export interface Endpoint {
  host: string;
  port: number;
  password: string | null;
  settings: Record<string, string>;
}

/** The shortest limit among the platforms (macOS) for the path of a unix socket, in bytes. */
const socketPathLimit = 103;
const socketPort = 5432;

/**
 * A socket in a private folder: the folder's mode is the lock, so no password is needed and no port is open.
 * A data folder with a long path gets its socket folder in the temporary folder, and notes where.
 */
export function socketEndpoint(home: string, account: Account): Endpoint {
  const folder = socketFolder(home);
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o700);
  account.own(folder);
  return {
    host: folder,
    port: socketPort,
    password: null,
    settings: {
      listen_addresses: '',
      unix_socket_directories: `"${folder.replaceAll('"', '""')}"`,
      unix_socket_permissions: '0700',
      port: String(socketPort),
    },
  };
}

function socketFolder(home: string): string {
  const folder = path.join(home, 'run');
  if (Buffer.byteLength(path.join(folder, `.s.PGSQL.${socketPort}`)) <= socketPathLimit) return folder;
  const note = path.join(home, 'socket-folder');
  const noted = existsSync(note) ? readFileSync(note, 'utf8').trim() : '';
  if (noted && isOurs(noted)) return noted;
  const made = mkdtempSync(path.join(tmpdir(), 'snitfladeklar-'));
  writeFileSync(note, `${made}\n`);
  return made;
}

/** The temporary folder is open to all: a noted folder that vanished may have been made anew by a stranger. */
function isOurs(folder: string): boolean {
  const found = statSync(folder, { throwIfNoEntry: false });
  return Boolean(found?.isDirectory() && (found.mode & 0o077) === 0);
}

/** Loopback with a random password, for Windows (no unix sockets in postgres.js there) and for tests. */
export async function tcpEndpoint(home: string): Promise<Endpoint> {
  const file = path.join(home, 'password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  const noted = path.join(home, 'port');
  const port = existsSync(noted) ? Number(readFileSync(noted, 'utf8')) : await findFreePort();
  writeFileSync(noted, String(port));
  return {
    host: '127.0.0.1',
    port,
    password: readFileSync(file, 'utf8'),
    settings: { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(port) },
  };
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
