import { registerApiToken } from './api-token';
import { registerBackup } from './backup';
import { registerCase } from './case';
import type { CliModule } from './cli';
import { registerColleague } from './colleague';
import { registerContent } from './content';
import { registerDeclaration } from './declaration';
import { registerDemo } from './demo';
import { registerAccess, registerDispute } from './dispute';
import { registerExport } from './export';
import { registerHearing } from './hearing';
import { registerInterface } from './interface';
import { registerLog } from './log';
import { registerMunicipal } from './municipal';
import { registerReadOnly } from './read-only';
import { registerReason } from './reason';
import { registerRegistry } from './registry';
import { registerRouting } from './routing';
import { registerSettings } from './settings';
import { registerSharing } from './sharing';
import { registerText } from './text';
import { registerUser } from './user';
import { registerWork } from './work';

/** Every noun of `npm run portal`, in the order of its help. */
export const cliModules: readonly CliModule[] = [
  registerContent,
  registerUser,
  registerColleague,
  registerApiToken,
  registerDemo,
  registerExport,
  registerLog,
  registerDeclaration,
  registerCase,
  registerDispute,
  registerAccess,
  registerBackup,
  registerReadOnly,
  registerSettings,
  registerRegistry,
  registerSharing,
  registerMunicipal,
  registerHearing,
  registerReason,
  registerInterface,
  registerRouting,
  registerText,
  registerWork,
];
