import { defineConfig } from 'drizzle-kit';

// Used by `npm run generate`, and by its check with a copy of the migrations. Paths are relative to the root.
export default defineConfig({
  dialect: 'postgresql',
  // The same rule as in db/client.ts.
  casing: 'snake_case',
  schema: './db/schema/*.ts',
  out: process.env.MIGRATIONS_FOLDER ?? './db/migrations',
});
