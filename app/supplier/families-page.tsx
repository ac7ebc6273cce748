import { Button, ButtonGroup, EmptyState, ErrorSummary, PageHeading, Select, Tag, TextInput } from '~/app/components';
import { familyTexts } from '~/app/i18n/families';
import { useRefusal } from '~/app/i18n/refusals';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { Refusal } from '~/workflows/refusal';
import type { FamiliesView } from './families-view.server';

/** A form that was refused, with what was typed. */
export interface RefusedFamily {
  refusal: Refusal;
  field: string;
  typed: Record<string, string>;
}

/** All families of a supplier, and a form for a new one. */
export function FamiliesPage({ view, refused }: { view: FamiliesView; refused: RefusedFamily | undefined }) {
  const t = useTexts(familyTexts);
  const paths = usePaths();
  const sentence = useRefusal();
  return (
    <>
      <ErrorSummary errors={refused ? [{ field: refused.field, message: sentence(refused.refusal) }] : []} />
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      {view.families.length === 0 ? (
        <EmptyState heading={t('none')}>{t('noneText')}</EmptyState>
      ) : (
        <ul className="sd-plain-list">
          {view.families.map((family) => (
            <li key={family.id}>
              <h2 className="h4">
                <a href={paths.supplier.family(family.id)}>{family.name}</a>
              </h2>
              <p>
                {t('familySource', { name: family.sourceName })} · {t('memberCount', { count: family.members })}
              </p>
              {family.waiting > 0 && <Tag tone="info">{t('waitingOnTask', { count: family.waiting })}</Tag>}
            </li>
          ))}
        </ul>
      )}
      {view.mayCreate && <CreateForm view={view} refused={refused} />}
    </>
  );
}

function CreateForm({ view, refused }: { view: FamiliesView; refused: RefusedFamily | undefined }) {
  const t = useTexts(familyTexts);
  const sentence = useRefusal();
  const errorAt = (field: string) => (refused?.field === field ? { error: sentence(refused.refusal) } : {});
  return (
    <section aria-labelledby="create">
      <h2 id="create">{t('createHeading')}</h2>
      {view.candidates.length === 0 ? (
        <p>{t('noCandidates')}</p>
      ) : (
        <form method="post" noValidate>
          <TextInput
            name="name"
            label={t('name')}
            hint={t('nameHint')}
            defaultValue={refused?.typed.name}
            autoComplete="off"
            {...errorAt('name')}
          />
          <Select
            name="source"
            label={t('source')}
            hint={t('sourceHint')}
            options={view.candidates}
            defaultValue={refused?.typed.source}
            {...errorAt('source')}
          />
          <ButtonGroup>
            <Button>{t('create')}</Button>
          </ButtonGroup>
        </form>
      )}
    </section>
  );
}
