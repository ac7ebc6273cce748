// The program that `npm run portal` runs; bundled to build/server/cli.js.
import { runCli } from '~/app/cli/run-cli';

process.exitCode = await runCli(process.argv.slice(2));
