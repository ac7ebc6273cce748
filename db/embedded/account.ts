import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { chownSync, readFileSync } from 'node:fs';
import { OperatorProblem } from '~/db/operator-problem';

/**
 * Who runs PostgreSQL. It refuses to run as root, so a portal started by root hands it to the user `postgres`,
 * or else `nobody`; everybody else runs it as themselves.
 */
export interface Account {
  /** Starts a program as this account. */
  spawn(command: string, args: readonly string[], options: SpawnOptions): ChildProcess;
  /** Makes the account the owner of a path that the portal created. */
  own(path: string): void;
}

const ownAccount: Account = { spawn: (command, args, options) => spawn(command, args, options), own: () => undefined };

/**
 * Picks the account and checks that it can run the program and enter the folder.
 * @param program absolute path of `postgres`
 * @param folder an existing folder that will hold the cluster
 * @throws OperatorProblem when no account can
 */
export async function pickAccount(program: string, folder: string): Promise<Account> {
  if (process.getuid?.() !== 0) return ownAccount;
  const user = findUser('postgres') ?? findUser('nobody');
  if (!user) {
    throw new OperatorProblem(
      'PostgreSQL refuses to run as root, and this system has no user postgres or nobody. Start the portal as another user.',
    );
  }
  for (const account of accountsOf(user)) {
    account.own(folder);
    if (await canReach(account, program, folder)) return account;
  }
  throw new OperatorProblem(
    `PostgreSQL refuses to run as root, and the user ${user.name} cannot reach ${folder} or ${program}: ` +
      'a folder above is closed to others. Start the portal as another user, put it and DATA_DIR in folders that others may enter, or set DATABASE_URL.',
  );
}

interface User {
  name: string;
  uid: number;
  gid: number;
}

function findUser(name: string): User | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 } : null;
}

/**
 * The plain user first. Below a closed folder such as /root, the user with the one Linux capability that lets it
 * pass closed folders: still far from root, and better than refusing to start in a clone made by root.
 */
function accountsOf(user: User): Account[] {
  const own = (path: string) => chownSync(path, user.uid, user.gid);
  const identity = { uid: user.uid, gid: user.gid };
  const plain: Account = {
    spawn: (command, args, options) => spawn(command, args, { ...options, ...identity }),
    own,
  };
  if (process.platform !== 'linux') return [plain];
  const withCapability = (capability: string): Account => ({
    spawn: (command, args, options) =>
      spawn(
        'setpriv',
        [
          `--reuid=${user.uid}`,
          `--regid=${user.gid}`,
          '--clear-groups',
          `--inh-caps=+${capability}`,
          `--ambient-caps=+${capability}`,
          '--',
          command,
          ...args,
        ],
        options,
      ),
    own,
  });
  return [plain, withCapability('dac_read_search'), withCapability('dac_override')];
}

async function canReach(account: Account, program: string, folder: string): Promise<boolean> {
  const child = account.spawn('/bin/sh', ['-c', 'cd "$1" && exec "$2" --version', 'sh', folder, program], {
    cwd: '/',
    stdio: 'ignore',
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}
