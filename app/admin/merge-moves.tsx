import { DataTable, EmptyState } from '~/app/components';
import { useFormat } from '~/app/i18n/format';
import { mergeTexts, registryCollisionTexts, registryFateTexts, registryWhatTexts } from '~/app/i18n/merges';
import { useTexts } from '~/app/i18n/use-texts';
import type { RegistryCollision, RegistryMove } from '~/workflows/registry';

/** So many names are read; the rest is counted. */
const mostNames = 8;

interface MergeMovesProps {
  moves: readonly RegistryMove[];
  collisions: readonly RegistryCollision[];
}

/** What happens to what, and what there can only be one of. */
export function MergeMoves({ moves, collisions }: MergeMovesProps) {
  const t = useTexts(mergeTexts);
  const whats = useTexts(registryWhatTexts);
  const fates = useTexts(registryFateTexts);
  const collided = useTexts(registryCollisionTexts);
  const format = useFormat();
  return (
    <>
      {collisions.length > 0 && (
        <section aria-labelledby="collisions">
          <h2 id="collisions">{t('collisions')}</h2>
          <ul>
            {collisions.map((each) => (
              <li key={each}>{collided(each)}</li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="moves">
        <h2 id="moves">{t('moves')}</h2>
        {moves.length === 0 ? (
          <EmptyState heading={t('nothingMoves')} level={3} />
        ) : (
          <DataTable
            caption={t('moves')}
            hideCaption
            compact
            rows={moves}
            rowKey={({ what, fate }) => `${what} ${fate}`}
            columns={[
              { id: 'what', header: t('columnWhat'), rowHeader: true, cell: ({ what }) => whats(what) },
              { id: 'fate', header: t('columnFate'), cell: ({ fate }) => fates(fate) },
              { id: 'count', header: t('columnCount'), cell: ({ count }) => format.number(count) },
              {
                id: 'names',
                header: t('columnNames'),
                cell: ({ names }) =>
                  names.length === 0
                    ? '–'
                    : `${names.slice(0, mostNames).join(', ')}${names.length > mostNames ? ' …' : ''}`,
              },
            ]}
          />
        )}
      </section>
    </>
  );
}
