import { Fragment } from 'react';
import type { AnswerNames } from '~/app/answer-words';
import { useFormat } from '~/app/i18n/format';
import { useText } from '~/app/i18n/language';
import { publishedTexts } from '~/app/i18n/published';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { PublicAnswer } from '~/workflows/publication';
import type { Rung, SupportLevel, Text } from '~/workflows/words';
import { Details, DisputedTag, RungTag, SupportLevelTag } from '..';
import { AnswerList } from './answer-list';
import { type AnswerDisputes, interfaceNameId } from './disputes';

export interface SupportRow {
  interfaceId: string;
  name: Text;
  level: SupportLevel;
  rung: Rung;
  attestedBy: number;
  version: string | null;
  plannedOn: string | null;
  sinceOn: string | null;
  approvedOn: string;
  approvedBy: string;
  isDisputed: boolean;
  answers: PublicAnswer[];
}

interface SupportTableProps {
  groups: readonly { id: string; name: Text; rows: readonly SupportRow[] }[];
  names: AnswerNames;
  today: string;
  disputes?: AnswerDisputes;
}

const columns = ['interface', 'level', 'rung', 'dates', 'version', 'approved'] as const;

/** The interfaces that a product answers for, group by group, each with all that is approved about it folded below. */
export function SupportTable({ groups, names, today, disputes }: SupportTableProps) {
  const t = useTexts(publishedTexts);
  const text = useText();
  const to = usePaths();
  return (
    <table className="table table--borderless sd-table sd-table-stacked sd-support">
      <caption className="sr-only">{t('supportHeading')}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`column_${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group) => (
        <Fragment key={group.id}>
          <tbody className="sd-support-group">
            <tr>
              <th colSpan={columns.length} scope="rowgroup">
                <a href={to.interfaceGroup(group.id)}>{text(group.name)}</a>
              </th>
            </tr>
          </tbody>
          {group.rows.map((row) => (
            <tbody key={row.interfaceId} id={row.interfaceId}>
              <SupportCells row={row} names={names} />
              <tr className="sd-support-answers">
                <td colSpan={columns.length}>
                  <FoldedAnswers row={row} names={names} today={today} disputes={disputes} />
                </td>
              </tr>
            </tbody>
          ))}
        </Fragment>
      ))}
    </table>
  );
}

function SupportCells({ row, names }: { row: SupportRow; names: AnswerNames }) {
  const t = useTexts(publishedTexts);
  const text = useText();
  const format = useFormat();
  const to = usePaths();
  return (
    <tr>
      <th scope="row" id={interfaceNameId(row.interfaceId)}>
        <a href={to.interface(row.interfaceId)}>{text(row.name)}</a>
      </th>
      <td data-title={t('column_level')}>
        <SupportLevelTag level={row.level} /> {row.isDisputed && <DisputedTag />}
      </td>
      <td data-title={t('column_rung')}>
        <RungTag rung={row.rung} municipalities={row.attestedBy} />
      </td>
      <td data-title={t('column_dates')} className={row.sinceOn || row.plannedOn ? undefined : 'sd-support-nothing'}>
        <SupportDates row={row} />
      </td>
      <td data-title={t('column_version')} className={row.version ? undefined : 'sd-support-nothing'}>
        {row.version ?? '–'}
      </td>
      <td data-title={t('column_approved')}>
        <div>
          {format.date(row.approvedOn)}
          <span className="sd-support-by">{names.municipalities[row.approvedBy] ?? row.approvedBy}</span>
        </div>
      </td>
    </tr>
  );
}

function SupportDates({ row }: { row: Pick<SupportRow, 'sinceOn' | 'plannedOn'> }) {
  const t = useTexts(publishedTexts);
  const format = useFormat();
  if (row.sinceOn) return <>{t('since', { date: format.shortDate(row.sinceOn) })}</>;
  if (row.plannedOn) return <>{t('planned', { date: format.shortDate(row.plannedOn) })}</>;
  return <>–</>;
}

function FoldedAnswers({ row, names, today, disputes }: Omit<SupportTableProps, 'groups'> & { row: SupportRow }) {
  const t = useTexts(publishedTexts);
  const text = useText();
  return (
    <Details
      summary={
        <>
          {t('allAnswers')} <span className="sr-only">{t('aboutThis', { interface: text(row.name) })}</span>
        </>
      }
    >
      <AnswerList answers={row.answers} names={names} today={today} approval={row} disputes={disputes} />
    </Details>
  );
}
