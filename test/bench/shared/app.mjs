// The portal as a system of the shared benchmark (its app.example.mjs): `app` renders each page anew, `app-kept` keeps
// pages as it does in production. README.md beside this file tells how to run it, and what was translated.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = process.env.APP_DIR ?? path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
/** By the reference's level: what counts from it up. */
const levels = { 1: ['planned', 'in_development', 'ready', 'in_production'] };
levels[2] = levels[1].slice(1);
levels[3] = levels[1].slice(2);
levels[4] = levels[1].slice(3);

export default ({ db, dir }) => {
  const database = process.env.APP_DATABASE_URL ?? db;
  const psql = (query) =>
    execFileSync('psql', ['-X', '-q', '-At', '-d', database, '-c', query], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const portal = (port, keptPages) => ({
    port,
    kind: 'app',
    start: {
      cmd: process.execPath,
      args: ['--import', fileURLToPath(new URL('same-site.mjs', import.meta.url)), path.join(folder, 'build', 'server', 'main.js')],
      cwd: folder,
      env: {
        PORT: port,
        HOST: '127.0.0.1',
        PUBLIC_URL: `http://127.0.0.1:${port}`,
        DATABASE_URL: database,
        DATA_DIR: path.join(dir, 'app-data'),
        NODE_ENV: 'production',
        SESSION_SECRET: 'a-secret-of-the-shared-benchmark-only',
        KEPT_PAGES_MB: keptPages,
        WORKER: 0,
        LOG_LEVEL: 'error',
      },
    },
    ready: '/readyz',
  });
  const pages = {
    W1: (p) => ({
      path: `/products?interface=${p.interfaceCode}${levels[p.level].map((level) => `&level=${level}`).join('')}&page=${p.page + 1}`,
    }),
    W2: (p) => ({ path: `/products?q=${p.q}` }),
    W3: (p) => ({ path: `/products/${p.code}` }),
    W4: (p) => ({ path: `/compare?${p.codes.map((code) => `product=${code}`).join('&')}` }),
  };
  return {
    app: {
      ...portal(4120, 0),
      requests: { ...pages, W6: autosaves(psql) },
      exports: { csv: '/api/v1/answers.csv' },
    },
    'app-kept': { ...portal(4121, 384), requests: pages },
  };
};

/** Every save has to say which version of the answer it saw, so the versions are asked for before each run. */
function autosaves(psql) {
  let known = new Map();
  let run = 0;
  return (p, i = 0) => {
    if (i === 0) {
      run += 1;
      known = new Map(
        psql(
          `SELECT d.id || ' ' || q.id, md5('declaration' || d.id)::uuid || '|' || q.code || '|' || q.kind || '|' || a.version || '|' || p.supplier_id
             FROM declaration d JOIN product p ON p.id = d.product_id CROSS JOIN question q
             JOIN answers a ON a.declaration_id = md5('declaration' || d.id)::uuid AND a.question_key = q.code WHERE d.version = 5`,
        )
          .trim()
          .split('\n')
          .map((line) => {
            const [key, id, ...rest] = line.split('|');
            return [key, [id, ...rest]];
          }),
      );
    }
    const [declaration, key, kind, version, supplier] = known.get(`${p.decl} ${p.question}`);
    const value = kind === 'choice' ? p.value.replace(' ', '_') : kind === 'yesno' ? 'yes' : p.value;
    const answer = { key, value, justification: `${p.comment} ${run}`, expectedVersion: Number(version) };
    return {
      method: 'POST',
      path: `/supplier/declarations/${declaration}/answers`,
      type: 'application/json',
      body: JSON.stringify({ answers: [answer] }),
      header: `cookie: session=bench-${supplier}`,
    };
  };
}
