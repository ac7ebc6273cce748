import { apiAnswers, matrixRowSchema } from '../schemas';
import type { ApiTable } from './answer-table.server';
import { columnsOf, type TableColumn } from './columns';

const fixed = columnsOf(matrixRowSchema).filter(({ path: [first] }) => first !== 'cells');

/** A row for each product, and level, rung, promised day and dispute of each interface side by side. */
export const matrixTable: ApiTable = {
  name: 'matrix',
  columns: (first) => {
    const { interfaces } = apiAnswers.matrix.pick({ interfaces: true }).strip().parse(first);
    return [...fixed, ...interfaces.flatMap(({ id, name }) => cellColumns(id, name.en))];
  },
};

function cellColumns(id: string, name: string): TableColumn[] {
  return ['level', 'rung', 'plannedOn', 'disputed'].map((part) => ({
    name: `${id}.${part}`,
    description: `${name}: ${part}`,
    type: 'text',
    path: ['cells', id, part],
  }));
}
