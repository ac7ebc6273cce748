import {
  Button,
  ButtonGroup,
  Checkbox,
  CheckboxGroup,
  Details,
  NumberInput,
  RadioGroup,
  TextInput,
} from '~/app/components';
import { useText } from '~/app/i18n/language';
import { useRefusal } from '~/app/i18n/refusals';
import { routingTexts, routingWayTexts } from '~/app/i18n/routing';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { KeptRule } from '~/db/routing-rules';
import { routingWays } from '~/workflows/review/routing';
import type { RefusedRouting, RoutingView } from './routing-page';

interface RuleFormProps {
  view: RoutingView;
  /** Null: a new one. */
  rule: KeptRule | null;
  refused: RefusedRouting | undefined;
}

/** What a rule says, for changing it; as it was typed where it was refused. */
export function RuleForm({ view, rule, refused }: RuleFormProps) {
  const t = useTexts(routingTexts);
  const ways = useTexts(routingWayTexts);
  const text = useText();
  const to = usePaths();
  const typed = refused?.typed ?? {};
  const chosen = refused?.chosen ?? rule;
  const id = (field: string): string => `${field}-${rule?.id ?? 'new'}`;
  const sentence = useRefusal();
  const errorAt = (field: string): string | undefined => {
    const found = refused?.refused.find((each) => each.field === field);
    return found && sentence(found.refusal);
  };
  const next = Math.max(0, ...view.rules.map(({ position }) => position)) + 1;
  return (
    <form method="post" action={to.admin.routing()} className="sd-event-form">
      {rule && <input type="hidden" name="id" value={rule.id} />}
      {rule && <input type="hidden" name="version" value={rule.version} />}
      <TextInput
        name="name"
        id={id('name')}
        label={t('fieldName')}
        hint={t('fieldNameHint')}
        defaultValue={typed.name ?? rule?.name}
        error={errorAt('name')}
      />
      <RadioGroup
        name="way"
        id={id('way')}
        label={t('fieldWay')}
        choices={routingWays.map((way) => ({ value: way, label: ways(way) }))}
        defaultValue={typed.way ?? rule?.way ?? 'least-loaded'}
      />
      <NumberInput
        name="position"
        id={id('position')}
        label={t('fieldPosition')}
        hint={t('fieldPositionHint')}
        defaultValue={typed.position ?? String(rule?.position ?? next)}
        error={errorAt('position')}
      />
      <NumberInput
        name="mostOpen"
        id={id('mostOpen')}
        label={t('fieldMost')}
        hint={t('fieldMostHint')}
        optional
        defaultValue={typed.mostOpen ?? rule?.mostOpen?.toString() ?? ''}
        error={errorAt('mostOpen')}
      />
      <Details summary={t('fieldSections')} open={(chosen?.sectionIds.length ?? 0) > 0}>
        <CheckboxGroup
          name="section"
          id={id('section')}
          label={t('fieldSections')}
          hint={t('fieldSectionsHint')}
          choices={view.sections.map((section) => ({ value: section.id, label: text(section.title) }))}
          defaultValues={chosen?.sectionIds ?? []}
        />
      </Details>
      <Details summary={t('fieldMunicipalities')} open={(chosen?.municipalityCodes.length ?? 0) > 0}>
        <CheckboxGroup
          name="municipality"
          id={id('municipality')}
          label={t('fieldMunicipalities')}
          hint={t('fieldMunicipalitiesHint')}
          choices={view.municipalities.map(({ code, name }) => ({ value: code, label: name }))}
          defaultValues={chosen?.municipalityCodes ?? []}
        />
      </Details>
      <Checkbox
        name="toPerson"
        id={id('toPerson')}
        label={t('fieldToPerson')}
        hint={t('fieldToPersonHint')}
        defaultChecked={refused ? typed.toPerson !== undefined : (rule?.toPerson ?? false)}
      />
      {view.mayChange && (
        <ButtonGroup>
          <Button name="act" value={rule ? 'change' : 'add'}>
            {rule ? t('save') : t('add')}
          </Button>
          {rule && (
            <Button name="act" value="end" kind="secondary">
              {t('end')}
            </Button>
          )}
        </ButtonGroup>
      )}
    </form>
  );
}
