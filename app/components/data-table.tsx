import type { ReactNode } from 'react';
import { commonTexts } from '~/app/i18n/common';
import { useTexts } from '~/app/i18n/use-texts';
import { classes } from './classes';
import { Icon } from './icon';

/** What stands above a column. */
export interface Header {
  id: string;
  header: ReactNode;
  /** Adjacent columns of one group have its name above them in common. */
  group?: string;
  /** Figures stand to the right. */
  numeric?: boolean;
  /** Narrow text such as a date never breaks. */
  noWrap?: boolean;
  /** A link that sorts by the column, and how it is sorted now. */
  sort?: { href: string; direction: 'ascending' | 'descending' | null };
}

export interface Column<Row> extends Header {
  cell: (row: Row) => ReactNode;
  /** The cell that names its row; one column, usually the first. */
  rowHeader?: boolean;
  /** The header's words above the cell on a phone, when the header is not a plain text. */
  title?: string;
}

type DataTableProps<Row> = TableProps<Row> & (ByCell<Row> | ByRow<Row>);

interface ByCell<Row> {
  columns: readonly Column<Row>[];
  row?: undefined;
}

interface ByRow<Row> {
  columns: readonly Header[];
  /** A row's `tr`: a kept part (app/kept-parts.ts). */
  row: (row: Row) => ReactNode;
}

interface TableProps<Row> {
  caption: string;
  hideCaption?: boolean;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** `stacked`: each row becomes a card on a phone. `scroll`: the table keeps its shape and scrolls in its own frame. */
  onPhone?: 'stacked' | 'scroll';
  /** Keeps the header in view while a long table scrolls, and the first column while a wide one does. */
  sticky?: 'header' | 'header-and-first-column';
  compact?: boolean;
  zebra?: boolean;
  /** Stands instead of the table when there are no rows. */
  empty?: ReactNode;
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, hideCaption, rows, rowKey, onPhone = 'stacked', sticky, compact, zebra, empty } = props;
  const t = useTexts(commonTexts);
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>;
  const scrolls = onPhone === 'scroll' || sticky !== undefined;
  const table = (
    <table
      className={classes(
        'table table--borderless sd-table',
        compact && 'table--compact',
        zebra && 'table--zebra',
        onPhone === 'stacked' && 'sd-table-stacked',
        sticky && 'sd-table-sticky',
        sticky === 'header-and-first-column' && 'sd-table-sticky-column',
      )}
    >
      <caption className={hideCaption ? 'sr-only' : undefined}>{caption}</caption>
      <thead>
        <HeaderRows columns={props.columns} />
      </thead>
      <tbody>{rows.map(props.row ?? ((row) => <DataRow key={rowKey(row)} columns={props.columns} row={row} />))}</tbody>
    </table>
  );
  if (!scrolls) return table;
  return (
    <div
      className={classes('sd-scroll', sticky && 'sd-scroll-tall')}
      role="region"
      aria-label={t('tableScrolls', { table: caption })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
    >
      {table}
    </div>
  );
}

/** One row; two where columns are grouped. */
function HeaderRows({ columns }: { columns: readonly Header[] }) {
  const draw = (column: Header, rowSpan?: number) => <HeaderCell key={column.id} column={column} rowSpan={rowSpan} />;
  if (columns.every(({ group }) => group === undefined)) return <tr>{columns.map((column) => draw(column))}</tr>;
  return (
    <>
      <tr>
        {groupsOf(columns).map(({ group, columns: [first, ...more] }) =>
          group === undefined ? (
            draw(first, 2)
          ) : (
            <th key={first.id} className="sd-table-group" scope="colgroup" colSpan={1 + more.length}>
              <span>{group}</span>
            </th>
          ),
        )}
      </tr>
      <tr>{columns.filter(({ group }) => group !== undefined).map((column) => draw(column))}</tr>
    </>
  );
}

/** Columns by the name that they have in common with their neighbours; one without a group stands alone. */
function groupsOf(columns: readonly Header[]) {
  const groups: { group: string | undefined; columns: [Header, ...Header[]] }[] = [];
  for (const column of columns) {
    const last = groups.at(-1);
    if (last && column.group !== undefined && last.group === column.group) last.columns.push(column);
    else groups.push({ group: column.group, columns: [column] });
  }
  return groups;
}

function HeaderCell({ column, rowSpan }: { column: Header; rowSpan?: number | undefined }) {
  const { sort } = column;
  const className = classes(column.numeric && 'sd-numeric', column.noWrap && 'sd-nowrap');
  if (!sort) {
    return (
      <th scope="col" className={className} rowSpan={rowSpan}>
        {column.header}
      </th>
    );
  }
  return (
    <th scope="col" className={className} rowSpan={rowSpan} aria-sort={sort.direction ?? 'none'}>
      <a className="sd-sort" href={sort.href}>
        {column.header}
        <Icon name={`sort-table-${sort.direction ?? 'none'}`} />
      </a>
    </th>
  );
}

/** One row, with its `tr`. */
function DataRow<Row>({ columns, row }: { columns: readonly Column<Row>[]; row: Row }) {
  return (
    <tr>
      {columns.map((column) => (
        <BodyCell key={column.id} column={column} row={row} />
      ))}
    </tr>
  );
}

function BodyCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { numeric, noWrap, header } = column;
  const className = numeric || noWrap ? classes(numeric && 'sd-numeric', noWrap && 'sd-nowrap') : undefined;
  if (column.rowHeader) {
    return (
      <th scope="row" className={className}>
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td className={className} data-title={column.title ?? (typeof header === 'string' ? header : undefined)}>
      {column.cell(row)}
    </td>
  );
}
