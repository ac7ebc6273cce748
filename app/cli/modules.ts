import type { CliModule } from './cli';
import { registerLog } from './log';
import { registerUser } from './user';

/** Every noun of `npm run portal`, in the order of its help. */
export const cliModules: readonly CliModule[] = [registerUser, registerLog];
