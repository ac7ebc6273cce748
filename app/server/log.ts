import { type Logger, pino } from 'pino';
import type { LogLevel } from '~/app/config.server';

/** One JSON object per line on the standard error output. Headers and bodies are never part of one. */
export function createLog(level: LogLevel): Logger {
  return pino(
    { level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  );
}
