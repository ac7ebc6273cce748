import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { defaultPublicUrl, type ParsedConfig } from '~/app/config.server';
import { OperatorProblem } from '~/db/operator-problem';
import { createAddressLimits } from './address-limits';
import { createHealth } from './health';
import { createPortalServer, type FileHandler, type PageHandler, serve } from './http';
import { createKeptPages, type KeptPages } from './kept-pages';
import { keepDump } from './nightly-dump';
import { answerOnDay } from './on-day';
import { type OpenPortal, openPortal, readConfig } from './open-portal';
import { createPublicSource, type PublicSource } from './public-source';
import { publicState } from './public-state';
import { emergencySwitch } from './read-only';
import { findSigner } from './signing-key';
import { endOpenStreams } from './web-response';
import { startWorker } from './worker';

/** What is different between production and development. */
export interface Face {
  pages: PageHandler;
  files: FileHandler;
  development: boolean;
  close(): Promise<void>;
}

/** In milliseconds, for requests that are under way when the process is told to stop. */
const stopPatience = 10_000;
/** In milliseconds: one Ctrl-C may arrive twice, from the terminal and from npm. */
const sameSignal = 500;

/**
 * The web process from start to end: reads the settings, takes the port, opens the database, serves, and on SIGINT or
 * SIGTERM finishes what is under way and closes. What only the operator can put right is printed as one sentence each.
 * @param openFace called when the port is taken
 */
export async function runPortal(openFace: (server: Server) => Promise<Face>): Promise<void> {
  const server = createPortalServer();
  const closers: (() => Promise<void>)[] = [];
  let isStopping = false;
  const stop = async (exitCode: number): Promise<void> => {
    isStopping = true;
    await closeServer(server);
    for (const close of closers.reverse()) await close().catch(() => undefined);
    process.exit(exitCode);
  };
  onSignals(() => stop(0));
  try {
    const parsed = readConfig(process.env);
    const config = await listen(server, parsed);
    const onOpened = (close: () => Promise<void>) => void closers.push(close);
    const portal = await openPortal(config, { applicationName: 'web', say, onOpened });
    const { close, ...face } = await openFace(server);
    onOpened(close);
    process.on('uncaughtException', (error) => {
      portal.log.fatal({ err: error }, 'uncaught exception');
      void stop(1);
    });
    const source = createPublicSource({ db: portal.publicDb, replica: portal.replicaDb });
    const kept = face.development ? null : keepPages(portal, source);
    serve(server, {
      portal: { ...portal, remember: kept ? kept.remember : (_key, make) => make() },
      source,
      health: createHealth(portal.sql, () => isStopping),
      kept,
      limits: createAddressLimits(portal),
      holdsBack: emergencySwitch(portal.db),
      ...face,
      pages: answerOnDay(face.pages, portal),
    });
    if (config.worker) {
      const dump = (at: Date) => keepDump(portal.sql, config, at);
      onOpened(startWorker({ ...portal, signer: await findSigner(config), dump }).stop);
    }
    announce(portal);
  } catch (error) {
    if (isStopping) return;
    process.stderr.write(`${error instanceof OperatorProblem ? error.message : (error as Error).stack}\n`);
    await stop(1);
  }
}

function keepPages(portal: OpenPortal, source: PublicSource): KeptPages {
  return createKeptPages({ ...publicState(portal, source), limit: portal.config.keptPages * 1024 * 1024 });
}

function onSignals(stop: () => Promise<void>): void {
  let stoppedAt = 0;
  const handle = (): void => {
    if (stoppedAt === 0) {
      stoppedAt = Date.now();
      void stop();
    } else if (Date.now() - stoppedAt > sameSignal) {
      process.exit(1);
    }
  };
  process.on('SIGINT', handle);
  process.on('SIGTERM', handle);
}

/** @returns the settings with the port and the address that they have turned out to be */
async function listen(server: Server, config: ParsedConfig): Promise<ParsedConfig> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(listenProblem(error, config)));
    server.listen({ port: config.port, host: config.host }, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const isDefault = config.publicUrl === defaultPublicUrl(config.port);
  return { ...config, port, publicUrl: isDefault ? defaultPublicUrl(port) : config.publicUrl };
}

function listenProblem(error: NodeJS.ErrnoException, { host, port }: ParsedConfig): Error {
  if (error.code === 'EADDRINUSE') {
    return new OperatorProblem(
      `PORT ${port} on ${host} is taken by another program: stop that one, or set PORT to another number.`,
    );
  }
  if (error.code === 'EACCES') {
    return new OperatorProblem(`PORT ${port} may not be used by this user: set PORT to a number above 1023.`);
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN') {
    return new OperatorProblem(`HOST ${host} is no address of this machine.`);
  }
  return error;
}

async function closeServer(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  endOpenStreams();
  // Again and again: a connection whose request has just been answered waits for another one.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const late = setTimeout(() => server.closeAllConnections(), stopPatience);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}

function announce({ config, log }: OpenPortal): void {
  log.info({ port: config.port, host: config.host }, 'listening');
  if (config.production) return;
  const signIn = config.demo ? `Sign in at ${config.publicUrl}/sign-in: choose a demo person, no password.\n` : '';
  process.stdout.write(`The portal is open at ${config.publicUrl}\n${signIn}Ctrl-C stops it.\n`);
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
