import { date, index, text } from 'drizzle-orm/pg-core';
import { interfaces } from './catalogue';
import { id, moment } from './columns';
import { published } from './published';

/**
 * Days that the coordinator has set for versions of interfaces to be out of use; who did is in the log. Of one version
 * the latest row holds, and goes before what the catalogue's file says. Rows stay: the past is read from them.
 */
export const interfaceSunsets = published.table(
  'interface_sunsets',
  {
    id: id(),
    interfaceId: text()
      .notNull()
      .references(() => interfaces.id),
    label: text().notNull(),
    /** The last day on which the version should be used; null: it was taken back. */
    sunsetOn: date({ mode: 'string' }),
    /** The version to move to. */
    successor: text(),
    setAt: moment().notNull(),
  },
  (table) => [index('interface_sunsets_version').on(table.interfaceId, table.label, table.setAt)],
);
