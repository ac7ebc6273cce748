import { Tag, Time } from '~/app/components';
import { Lines } from '~/app/components/answer-value';
import { happenedTexts, reviewTexts } from '~/app/i18n/review';
import { useTexts } from '~/app/i18n/use-texts';
import type { ReviewedCase } from '~/db/cases/read';
import { caseEvents } from '~/workflows/words';

type Note = ReviewedCase['notes'][number];

/** Events that suppliers send; their people stay unnamed. */
const fromSupplier: readonly string[] = ['withdraw', 'answer-hearing', 'appeal', 'submit', 'resubmit'];

/** What was written in the case, newest first. What the supplier never sees looks different at a glance. */
export function CaseNotes({ notes, supplierName }: { notes: readonly Note[]; supplierName: string }) {
  const t = useTexts(reviewTexts);
  if (notes.length === 0) return <p className="sd-muted">{t('notesNone')}</p>;
  return (
    <ol className="sd-notes">
      {[...notes].reverse().map((note) => (
        <NoteItem key={note.id} note={note} supplierName={supplierName} />
      ))}
    </ol>
  );
}

function NoteItem({ note, supplierName }: { note: Note; supplierName: string }) {
  const t = useTexts(reviewTexts);
  const happened = useTexts(happenedTexts);
  const event = caseEvents.find((each) => each === note.event);
  const isInternal = note.audience === 'internal';
  return (
    <li className={isInternal ? 'sd-note sd-note-internal' : 'sd-note sd-note-shared'}>
      <p className="sd-note-kind">
        <Tag tone={isInternal ? 'accent' : 'info'} icon={isInternal ? 'visibility-off' : 'chat'}>
          {isInternal ? t('noteInternal') : t('noteShared')}
        </Tag>
      </p>
      <Lines text={note.text} />
      <p className="sd-muted sd-note-meta">
        {event && <>{happened(event)} · </>}
        {note.event === 'hand-over' && <>{t('noteHandOver')} · </>}
        {fromSupplier.includes(note.event) ? supplierName : note.personName} · <Time value={note.writtenAt} />
      </p>
    </li>
  );
}
