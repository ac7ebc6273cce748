import { Definition } from '~/app/components';
import { Lines } from '~/app/components/answer-value';
import type { LetterBlock, LetterDocument } from '~/workflows/letter';

/** A letter on the screen, block by block as in its file. It keeps its own language whatever the page's is. */
export function LetterView({ letter }: { letter: LetterDocument }) {
  const keyed = letter.blocks.map((block, index) => ({ id: `${index}`, block }));
  return (
    <article className="sd-letter" lang={letter.language}>
      <h1>{letter.title}</h1>
      {keyed.map(({ id, block }) => (
        <Block key={id} block={block} />
      ))}
    </article>
  );
}

function Block({ block }: { block: LetterBlock }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? <h2 className="h4">{block.text}</h2> : <h3 className="h5">{block.text}</h3>;
    case 'paragraph':
      return (
        <p>
          <Lines text={block.text} />
        </p>
      );
    case 'facts':
      return (
        <Definition
          compact
          items={block.rows.map(({ name, value }) => ({ id: name, term: name, description: value }))}
        />
      );
    case 'answer':
      return (
        <p>
          <strong>{block.question}</strong>
          <br />
          {block.verdict}: <Lines text={block.reason} />
        </p>
      );
  }
}
