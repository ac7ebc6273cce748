import { useText } from '~/app/i18n/language';
import { importanceTexts, profileTexts, requiredLevelTexts } from '~/app/i18n/profile';
import { useTexts } from '~/app/i18n/use-texts';
import { productTypeTexts, rungTexts } from '~/app/i18n/words';
import { usePaths } from '~/app/paths';
import type { NamedRequirement } from '~/app/published/profile-page.server';
import { importances, type Profile, requiredLevels, writeRequirement } from '~/workflows/profile';
import { productTypes, rungs, type Text } from '~/workflows/words';
import { Button, CheckboxGroup, DateInput, Details, Select, TextInput } from '..';

interface ProfileFormProps {
  profile: Profile;
  requirements: readonly NamedRequirement[];
  interfaces: readonly { id: string; name: Text }[];
  kle: readonly { number: string; title: string }[];
  /** yyyy-mm-dd: the last day that can be chosen. */
  latest: string;
}

/** What the profile asks, and the way to change it: a plain form whose address is the profile. */
export function ProfileForm({ profile, requirements, interfaces, kle, latest }: ProfileFormProps) {
  const t = useTexts(profileTexts);
  const text = useText();
  const types = useTexts(productTypeTexts);
  const describe = useRequirementLine();
  const to = usePaths();
  return (
    <form method="get" action={to.profile()} className="sd-profile-form">
      {requirements.length > 0 && (
        <CheckboxGroup
          name="need"
          label={t('requirements')}
          hint={t('keepHint')}
          choices={requirements.map((requirement) => ({
            value: writeRequirement(requirement),
            label: describe(requirement),
          }))}
          defaultValues={requirements.map(writeRequirement)}
        />
      )}
      <fieldset className="sd-profile-add">
        <legend className="h4">{t('addHeading')}</legend>
        <Select
          name="add"
          label={t('addInterface')}
          options={interfaces.map(({ id, name }) => ({ value: id, label: text(name) }))}
        />
        <div className="sd-profile-row">
          <AddingFields />
        </div>
      </fieldset>
      <Details
        summary={t('more')}
        open={[profile.title, profile.on, ...profile.type, ...profile.kle].some((value) => value !== '')}
      >
        <TextInput
          name="title"
          label={t('profileName')}
          hint={t('profileNameHint')}
          defaultValue={profile.title}
          maxLength={100}
        />
        <div className="sd-profile-row">
          <Selection
            name="type"
            label={t('types')}
            empty={t('anyType')}
            more={t('anotherType')}
            chosen={profile.type}
            options={productTypes.map((type) => ({ value: type, label: types(type) }))}
          />
          <Selection
            name="kle"
            label={t('kle')}
            empty={t('anyKle')}
            more={t('anotherKle')}
            chosen={profile.kle}
            options={kle.map(({ number, title }) => ({ value: number, label: `${number} ${title}` }))}
          />
          <DateInput name="on" label={t('on')} hint={t('onHint')} defaultValue={profile.on} max={latest} />
        </div>
      </Details>
      <Button>{t('update')}</Button>
    </form>
  );
}

interface SelectionProps {
  name: string;
  label: string;
  /** The words for no choice at all, and for adding to what is chosen. */
  empty: string;
  more: string;
  chosen: readonly string[];
  options: readonly { value: string; label: string }[];
}

/** Any number of a long list of values: those that are chosen to take away, and one more to add. */
function Selection({ name, label, empty, more, chosen, options }: SelectionProps) {
  if (chosen.length === 0) return <Select name={name} label={label} empty={empty} options={options} />;
  const [taken, left] = [true, false].map((isChosen) =>
    options.filter(({ value }) => chosen.includes(value) === isChosen),
  );
  return (
    <div>
      <CheckboxGroup name={name} label={label} choices={taken ?? []} defaultValues={[...chosen]} />
      <Select name={name} id={`${name}-more`} label={more} empty="–" options={left ?? []} />
    </div>
  );
}

function AddingFields() {
  const t = useTexts(profileTexts);
  const levels = useTexts(requiredLevelTexts);
  const weights = useTexts(importanceTexts);
  const steps = useTexts(rungTexts);
  return (
    <>
      <Select
        name="addLevel"
        label={t('addLevel')}
        empty={null}
        defaultValue="ready"
        options={requiredLevels.map((level) => ({ value: level, label: levels(level) }))}
      />
      <Select
        name="addImportance"
        label={t('addImportance')}
        empty={null}
        options={importances.map((importance) => ({ value: importance, label: weights(importance) }))}
      />
      <Select
        name="addRung"
        label={t('addRung')}
        empty={t('anyRung')}
        options={rungs.filter((rung) => rung !== 'claimed').map((rung) => ({ value: rung, label: steps(rung) }))}
      />
      <TextInput name="addLabel" label={t('addLabel')} optional maxLength={40} />
    </>
  );
}

/** A requirement in one line, as in »Krav K7: SF1500 Organisation – mindst klar, absolut krav«. */
export function useRequirementLine(): (requirement: NamedRequirement) => string {
  const t = useTexts(profileTexts);
  const text = useText();
  const levels = useTexts(requiredLevelTexts);
  const weights = useTexts(importanceTexts);
  const steps = useTexts(rungTexts);
  return ({ name, number, level, importance, rung }) => {
    const line = t('requirementLine', {
      numbered: t('numbered', { number, interface: text(name) }),
      level: levels(level),
      importance: weights(importance),
    });
    return rung === '' ? line : `${line}, ${t('withRung', { rung: steps(rung) })}`;
  };
}
