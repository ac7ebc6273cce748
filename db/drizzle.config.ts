import { defineConfig } from 'drizzle-kit';

// Used by `npm run generate` only. Paths are relative to the root, where the command runs.
export default defineConfig({
  dialect: 'postgresql',
  schema: './db/schema/index.ts',
  out: './db/migrations',
  // The same rule as in db/client.ts.
  casing: 'snake_case',
});
