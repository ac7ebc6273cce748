import type { ReactNode } from 'react';
import { figureTexts } from '~/app/i18n/figures';
import { useFormat } from '~/app/i18n/format';
import { useText } from '~/app/i18n/language';
import { useTexts } from '~/app/i18n/use-texts';
import { productTypeTexts, rungTexts } from '~/app/i18n/words';
import { usePaths } from '~/app/paths';
import type { GroupCurves } from '~/app/published/figures.server';
import type { Coverage, CurvePoint } from '~/db/published/figures';
import { smallUpTo } from '~/workflows/figures';
import { groupBy } from '~/workflows/group-by';
import { type Rung, rungs } from '~/workflows/words';
import { DataTable } from '..';

/** So many groups are shown at first, those with most products; hiding fewer than the other number saves nobody anything. */
const mostCurves = 8;
const fewestCurves = 3;

/** The curves of groups and, folded, of their interfaces: each drawn beside its numbers. */
export function ReadinessCurves({ days, groups }: { days: readonly string[]; groups: readonly GroupCurves[] }) {
  const t = useTexts(figureTexts);
  const text = useText();
  const to = usePaths();
  if (groups.length === 0) return null;
  const newest = ({ points }: GroupCurves) => points.at(-1)?.products ?? 0;
  const ordered = [...groups].sort((one, other) => newest(other) - newest(one));
  const shown = groups.length < mostCurves + fewestCurves ? groups.length : mostCurves;
  const [first, rest] = [ordered.slice(0, shown), ordered.slice(shown)];
  const rowOf = ({ id, name, points }: GroupCurves) => ({
    id,
    name: <a href={to.interfaceGroup(id)}>{text(name)}</a>,
    points,
  });
  return (
    <section aria-labelledby="curves">
      <h2 id="curves">{t('curves')}</h2>
      <p>{t('curvesLead')}</p>
      <CurveTable caption={t('curvesOfGroups')} header={t('columnGroup')} days={days} rows={first.map(rowOf)} />
      {rest.length > 0 && (
        <details className="sd-figures">
          <summary>{t('curvesOfOthers', { count: rest.length })}</summary>
          <CurveTable
            caption={t('curvesOfOthers', { count: rest.length })}
            header={t('columnGroup')}
            days={days}
            rows={rest.map(rowOf)}
          />
        </details>
      )}
      <details className="sd-figures">
        <summary>{t('curvesOfInterfaces')}</summary>
        {groups.map(({ id, name, interfaces }) => (
          <details key={id} className="sd-figures">
            <summary>{text(name)}</summary>
            <CurveTable
              caption={t('curvesOfGroup', { group: text(name) })}
              header={t('columnInterface')}
              days={days}
              rows={interfaces.map((each) => ({
                id: each.id,
                name: <a href={to.interface(each.id)}>{text(each.name)}</a>,
                points: each.points,
              }))}
            />
          </details>
        ))}
      </details>
    </section>
  );
}

/** The curve of one group with those of its interfaces below it, to one scale. */
export function GroupCurveTable({ days, group }: { days: readonly string[]; group: GroupCurves }) {
  const t = useTexts(figureTexts);
  const text = useText();
  const to = usePaths();
  return (
    <CurveTable
      caption={t('curvesOfGroup', { group: text(group.name) })}
      header={t('columnInterface')}
      days={days}
      rows={[
        { id: group.id, name: t('wholeGroup'), points: group.points },
        ...group.interfaces.map(({ id, name, points }) => ({
          id,
          name: <a href={to.interface(id)}>{text(name)}</a>,
          points,
        })),
      ]}
    />
  );
}

interface CurveRow {
  id: string;
  name: ReactNode;
  points: readonly CurvePoint[];
}

function CurveTable(props: { caption: string; header: string; days: readonly string[]; rows: readonly CurveRow[] }) {
  const { caption, header, days, rows } = props;
  const t = useTexts(figureTexts);
  const format = useFormat();
  const most = Math.max(1, ...rows.flatMap(({ points }) => points.map(({ products }) => products)));
  const column = (day: string, index: number) => ({
    id: day,
    header: format.shortDate(day),
    numeric: true,
    noWrap: true,
    cell: ({ points }: CurveRow) => format.number(points[index]?.products ?? 0),
  });
  const [newest, ...before] = days.map(column).reverse();
  return (
    <DataTable
      caption={caption}
      hideCaption
      compact
      onPhone="scroll"
      sticky="header-and-first-column"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { id: 'name', header, rowHeader: true, cell: ({ name }) => name },
        // The newest figure stands where a phone shows it; the others follow the curve that is drawn from them.
        ...(newest ? [newest] : []),
        { id: 'curve', header: t('columnCurve'), cell: ({ points }) => <Curve points={points} most={most} /> },
        ...before.reverse(),
      ]}
    />
  );
}

const curve = { width: 160, height: 36, margin: 5 } as const;

/** A line with a mark at each measured day, all of a table to one scale. */
function Curve({ points, most }: { points: readonly CurvePoint[]; most: number }) {
  const t = useTexts(figureTexts);
  const format = useFormat();
  const { width, height, margin } = curve;
  const step = points.length > 1 ? (width - 2 * margin) / (points.length - 1) : 0;
  const round = (value: number): number => Math.round(value * 10) / 10;
  const places = points.map(({ products }, index) => ({
    x: round(margin + index * step),
    y: round(height - margin - (products / most) * (height - 2 * margin)),
  }));
  const last = places.at(-1);
  const label = t('curveLabel', {
    first: format.number(points[0]?.products ?? 0),
    last: format.number(points.at(-1)?.products ?? 0),
  });
  return (
    <svg className="sd-curve" role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} focusable="false">
      <line className="sd-curve-ground" x1="0" x2={width} y1={height - margin} y2={height - margin} />
      <polyline className="sd-curve-line" points={places.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {last && <circle className="sd-curve-mark" cx={last.x} cy={last.y} r="3.5" />}
    </svg>
  );
}

/** A part of a whole as a bar; the figures stand beside it. */
function ShareBar({ part, whole, isHatched }: { part: number; whole: number; isHatched?: boolean }) {
  const t = useTexts(figureTexts);
  const format = useFormat();
  const width = whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10;
  return (
    <svg
      className="sd-bar"
      role="img"
      aria-label={t('shareLabel', { count: format.number(part), all: format.number(whole) })}
      width="100%"
      height="14"
      focusable="false"
    >
      <rect className="sd-bar-track" width="100%" height="100%" />
      <rect
        className={isHatched ? 'sd-bar-in_development' : 'sd-bar-in_production'}
        width={`${width}%`}
        height="100%"
      />
    </svg>
  );
}

export function RungFigures({ counts }: { counts: Partial<Record<Rung, number>> }) {
  const t = useTexts(figureTexts);
  const words = useTexts(rungTexts);
  const format = useFormat();
  const all = rungs.reduce((sum, rung) => sum + (counts[rung] ?? 0), 0);
  const rows = rungs.filter((rung) => counts[rung] !== undefined);
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="rungs">
      <h2 id="rungs">{t('rungs')}</h2>
      <p>{t('rungsLead')}</p>
      <DataTable
        caption={t('rungs')}
        hideCaption
        compact
        onPhone="scroll"
        rows={rows}
        rowKey={(rung) => rung}
        columns={[
          { id: 'rung', header: t('columnRung'), rowHeader: true, cell: (rung) => words(rung) },
          {
            id: 'bar',
            header: t('columnBar'),
            cell: (rung) => <ShareBar part={counts[rung] ?? 0} whole={all} isHatched={rung === 'claimed'} />,
          },
          {
            id: 'count',
            header: t('columnAnswers'),
            numeric: true,
            cell: (rung) => format.number(counts[rung] ?? 0),
          },
        ]}
      />
    </section>
  );
}

/** Small products and the others side by side, by type. */
export function CoverageFigures({ coverage }: { coverage: readonly Coverage[] }) {
  const t = useTexts(figureTexts);
  const types = useTexts(productTypeTexts);
  const format = useFormat();
  if (coverage.length === 0) return null;
  const sum = (rows: readonly Coverage[], name: 'products' | 'covered' | 'interfaces') =>
    rows.reduce((total, row) => total + row[name], 0);
  const small = coverage.filter(({ isSmall }) => isSmall);
  const rows = [...groupBy(coverage, ({ type }) => type)].map(([type, sizes]) => ({ type, sizes }));
  const share = (sizes: readonly Coverage[], isSmall: boolean) => {
    const those = sizes.filter((size) => size.isSmall === isSmall);
    if (those.length === 0) return '–';
    return t('shareLabel', {
      count: format.number(sum(those, 'covered')),
      all: format.number(sum(those, 'products')),
    });
  };
  return (
    <section aria-labelledby="coverage">
      <h2 id="coverage">{t('coverage')}</h2>
      {small.length > 0 && (
        <p>
          <strong>
            {t('coverageSmall', {
              count: format.number(sum(small, 'covered')),
              all: format.number(sum(small, 'products')),
            })}
          </strong>
        </p>
      )}
      <p>{t('coverageLead', { count: smallUpTo })}</p>
      <DataTable
        caption={t('coverage')}
        hideCaption
        compact
        onPhone="scroll"
        rows={rows}
        rowKey={({ type }) => type}
        columns={[
          { id: 'type', header: t('columnType'), rowHeader: true, cell: ({ type }) => types(type) },
          {
            id: 'small',
            header: t('columnSmall'),
            numeric: true,
            noWrap: true,
            cell: ({ sizes }) => share(sizes, true),
          },
          {
            id: 'large',
            header: t('columnLarge'),
            numeric: true,
            noWrap: true,
            cell: ({ sizes }) => share(sizes, false),
          },
          {
            id: 'bar',
            header: t('columnBar'),
            cell: ({ sizes }) => <ShareBar part={sum(sizes, 'covered')} whole={sum(sizes, 'products')} />,
          },
          {
            id: 'average',
            header: t('columnAverage'),
            numeric: true,
            cell: ({ sizes }) =>
              format.number(Math.round((sum(sizes, 'interfaces') / sum(sizes, 'products')) * 10) / 10),
          },
        ]}
      />
    </section>
  );
}
