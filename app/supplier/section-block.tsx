import type { ReactNode } from 'react';
import { Details } from '~/app/components';
import { classes } from '~/app/components/classes';
import { useText } from '~/app/i18n/language';
import { sectionBlockTexts } from '~/app/i18n/section-blocks';
import { useTexts } from '~/app/i18n/use-texts';
import type { SectionBlock } from './section-blocks';
import type { InstanceView, SectionView } from './section-view';

interface BlockProps {
  view: SectionView;
  block: SectionBlock;
  /** Draws a question that is asked. */
  field(instance: InstanceView): ReactNode;
}

/**
 * Questions that belong together. Where answers of the page decide which are asked, the block has its room from the
 * start and tells what else may be asked, so that a choice moves nothing below it.
 */
export function Block({ view, block, field }: BlockProps) {
  const { parts, unasked, room } = block;
  const shown = parts.map(({ kind, instance }) =>
    kind === 'asked' ? field(instance) : <Slot key={instance.key} view={view} instance={instance} />,
  );
  if (room === 'none' && unasked.length === 0) return <>{shown}</>;
  return (
    <div className={classes('sd-depends', room === 'many' && 'sd-room-many', room === 'one' && 'sd-room-one')}>
      {shown}
      {unasked.length > 0 && (
        <Unasked
          key={unasked.map(({ key }) => key).join()}
          view={view}
          unasked={unasked}
          isFirst={parts.length === 0}
        />
      )}
    </div>
  );
}

/** The room of a question that is not asked, with the reason. */
function Slot({ view, instance }: { view: SectionView; instance: InstanceView }) {
  const text = useText();
  return (
    <div className="sd-slot">
      <p className="sd-slot-question">{text(view.questions[instance.questionId]?.text ?? { da: '', en: '' })}</p>
      <p className="sd-small">
        <Reason view={view} instance={instance} />
      </p>
    </div>
  );
}

function Reason({ view, instance }: { view: SectionView; instance: InstanceView }) {
  const t = useTexts(sectionBlockTexts);
  const text = useText();
  const condition = view.askedWhen[instance.questionId];
  return condition ? t('askedWhen', { condition: text(condition) }) : null;
}

interface UnaskedProps {
  view: SectionView;
  unasked: readonly InstanceView[];
  /** Nothing of the block is asked yet. */
  isFirst: boolean;
}

/** What an answer may open; once it has opened something, the rest is a matter for those who wonder. */
function Unasked({ view, unasked, isFirst }: UnaskedProps) {
  const t = useTexts(sectionBlockTexts);
  const text = useText();
  const list = (
    <ul className="sd-unasked">
      {unasked.map((instance) => (
        <li key={instance.key}>
          {text(view.questions[instance.questionId]?.text ?? { da: '', en: '' })}
          {!isFirst && (
            <span className="sd-unasked-reason">
              <Reason view={view} instance={instance} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
  if (!isFirst) return <Details summary={t('unasked', { count: unasked.length })}>{list}</Details>;
  return (
    <div className="sd-may-ask">
      <p className="sd-slot-question">{t('mayAsk')}</p>
      {list}
    </div>
  );
}
