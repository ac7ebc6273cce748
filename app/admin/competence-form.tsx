import { Button, ButtonGroup, CheckboxGroup } from '~/app/components';
import { competenceTexts } from '~/app/i18n/competence';
import { useFormat } from '~/app/i18n/format';
import { useText } from '~/app/i18n/language';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { HeldCompetence } from '~/db/competences';
import type { Text } from '~/workflows/words';
import type { RefusedPerson } from './people-page';

export interface CompetenceView {
  /** Where the person reviews, as far as the reader sees it. */
  competences: readonly (HeldCompetence & { canSet: boolean })[];
  /** What can be known. */
  sections: readonly { id: string; title: Text }[];
}

interface CompetencesProps {
  personId: string;
  view: CompetenceView;
  refused: RefusedPerson | undefined;
}

/** What somebody knows, for each municipality that they review for; boxes for whoever may choose. */
export function Competences({ personId, view, refused }: CompetencesProps) {
  const t = useTexts(competenceTexts);
  if (view.competences.length === 0) return null;
  return (
    <section aria-labelledby="competence">
      <h2 id="competence">{t('heading')}</h2>
      <p>{t('intro')}</p>
      {view.competences.map((held) =>
        held.canSet ? (
          <CompetenceForm key={held.municipalityCode} held={held} sections={view.sections} {...{ personId, refused }} />
        ) : (
          <KnownSections key={held.municipalityCode} held={held} sections={view.sections} />
        ),
      )}
    </section>
  );
}

/** What somebody knows in one municipality, in words. */
export function KnownSections({ held, sections }: { held: HeldCompetence; sections: CompetenceView['sections'] }) {
  const t = useTexts(competenceTexts);
  const text = useText();
  const format = useFormat();
  const titles = sections.filter(({ id }) => held.sectionIds.includes(id)).map(({ title }) => text(title));
  return (
    <p>
      {t('inMunicipality', {
        municipality: held.municipality,
        sections: held.sectionIds.length === 0 ? t('noLimit') : format.list(titles),
      })}
    </p>
  );
}

/** The id of a municipality's boxes, to which an error links. */
export const competenceFieldId = (municipalityCode: string): string => `sections-${municipalityCode}`;

function CompetenceForm({
  personId,
  held: { municipalityCode, municipality, sectionIds },
  sections,
  refused,
}: Omit<CompetencesProps, 'view'> & { held: HeldCompetence; sections: CompetenceView['sections'] }) {
  const t = useTexts(competenceTexts);
  const text = useText();
  const to = usePaths();
  const isRefused = refused?.typed.act === 'competence' && refused.typed.municipality === municipalityCode;
  const id = competenceFieldId(municipalityCode);
  return (
    <form method="post" action={to.admin.person(personId)}>
      <input type="hidden" name="municipality" value={municipalityCode} />
      <CheckboxGroup
        name="section"
        id={id}
        label={t('field', { municipality })}
        hint={t('fieldHint')}
        choices={sections.map((section) => ({ value: section.id, label: text(section.title) }))}
        defaultValues={isRefused ? (refused.chosen ?? []) : sectionIds}
        error={refused?.errors.find(({ field }) => field === id)?.message}
      />
      <ButtonGroup>
        <Button kind="secondary" name="act" value="competence">
          {t('save')}
        </Button>
      </ButtonGroup>
    </form>
  );
}
