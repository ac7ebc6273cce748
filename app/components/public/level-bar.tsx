import { publishedTexts } from '~/app/i18n/published';
import { useTexts } from '~/app/i18n/use-texts';
import { supportLevelTexts } from '~/app/i18n/words';
import { type SupportLevel, supportLevels } from '~/workflows/words';

/** How many products have each level. */
export type Levels = Readonly<Record<SupportLevel, number>>;

/** The patterns that tell the bars' parts apart without colour; once per page, before the first bar. */
export function LevelPatterns() {
  return (
    <svg className="sd-bar-patterns" aria-hidden="true" focusable="false" width="0" height="0">
      <defs>
        <pattern id="bar-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="sd-bar-ground" width="6" height="6" />
          <rect className="sd-bar-line" width="3" height="6" />
        </pattern>
        <pattern id="bar-dots" width="6" height="6" patternUnits="userSpaceOnUse">
          <rect className="sd-bar-ground" width="6" height="6" />
          <circle className="sd-bar-line" cx="3" cy="3" r="1.5" />
        </pattern>
      </defs>
    </svg>
  );
}

/** A bar from the best level to the worst; the figures stand beside it in words. */
export function LevelBar({ levels, most }: { levels: Levels; most?: number }) {
  const t = useTexts(publishedTexts);
  const total = totalOf(levels);
  const whole = Math.max(most ?? total, 1);
  let from = 0;
  return (
    <svg
      className="sd-bar"
      role="img"
      aria-label={t('readyOf', { ready: levels.in_production + levels.ready, total })}
      width="100%"
      height="14"
      focusable="false"
    >
      <rect className="sd-bar-track" width="100%" height="100%" />
      {supportLevels.map((level) => {
        const width = (levels[level] / whole) * 100;
        const x = from;
        from += width;
        return width === 0 ? null : (
          <rect key={level} className={`sd-bar-${level}`} x={percent(x)} width={percent(width)} height="100%" />
        );
      })}
    </svg>
  );
}

/** »51 af 58 i drift eller klar«. */
export function ReadyFigure({ levels }: { levels: Levels }) {
  const t = useTexts(publishedTexts);
  return (
    <span className="sd-readiness-figure">
      {t('readyOf', { ready: levels.in_production + levels.ready, total: totalOf(levels) })}
    </span>
  );
}

export function totalOf(levels: Levels): number {
  return supportLevels.reduce((sum, level) => sum + levels[level], 0);
}

function percent(value: number): string {
  return `${Math.round(value * 100) / 100}%`;
}

/** What the parts of the bars mean. */
export function LevelLegend() {
  const words = useTexts(supportLevelTexts);
  return (
    <ul className="sd-bar-legend">
      {supportLevels.map((level) => (
        <li key={level}>
          <svg className="sd-bar-key" width="20" height="14" aria-hidden="true" focusable="false">
            <rect className="sd-bar-track" width="100%" height="100%" />
            <rect className={`sd-bar-${level}`} width="100%" height="100%" />
          </svg>
          {words(level)}
        </li>
      ))}
    </ul>
  );
}
