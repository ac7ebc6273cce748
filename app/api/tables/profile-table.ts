import { profileAnswer, profileMatchSchema } from '../schemas';
import type { ApiTable } from './answer-table.server';
import { columnsOf, type TableColumn } from './columns';

const answer = profileAnswer.pick({ requirements: true }).strip();
const fixed = columnsOf(profileMatchSchema).filter(({ path: [first] }) => first !== 'requirements');

/** A row for each product, and for each requirement how it is met, at which level and how far that is proven. */
export const profileTable: ApiTable = {
  name: 'profile',
  columns: (first) => {
    const { requirements } = answer.parse(first);
    return [...fixed, ...requirements.flatMap(({ interface: id, name }) => cellColumns(id, name.en))];
  },
};

function cellColumns(id: string, name: string): TableColumn[] {
  return ['fit', 'level', 'rung', 'plannedOn'].map((part) => ({
    name: `${id}.${part}`,
    description: `${name}: ${part}`,
    type: 'text',
    path: ['requirements', id, part],
  }));
}
