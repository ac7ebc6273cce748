import { classes } from './classes';

/** The symbols of public/icons.svg. Material Symbols by way of dkfds (Apache-2.0); `level-…` and `rung-…` are our own. */
export const iconNames = [
  'arrow-forward',
  'attach-file',
  'calendar-month',
  'chat',
  'check',
  'chevron-down',
  'chevron-left',
  'chevron-right',
  'close',
  'copy',
  'document',
  'download',
  'edit',
  'error',
  'help',
  'hourglass',
  'info',
  'link',
  'lock',
  'menu',
  'minus',
  'open-in-new',
  'person',
  'plus',
  'print',
  'search',
  'sort-table-ascending',
  'sort-table-descending',
  'sort-table-none',
  'success',
  'sync',
  'time',
  'tune',
  'visibility-off',
  'warning',
  'level-in_production',
  'level-ready',
  'level-in_development',
  'level-planned',
  'level-via_other',
  'level-not_supported',
  'level-not_relevant',
  'level-none',
  'rung-1',
  'rung-2',
  'rung-3',
  'rung-4',
  'rung-5',
] as const;
export type IconName = (typeof iconNames)[number];

interface IconProps {
  name: IconName;
  /** What it says where no words stand beside it; without it the icon is decoration. */
  label?: string;
  className?: string;
}

export function Icon({ name, label, className }: IconProps) {
  const hidden = label === undefined;
  return (
    <svg
      className={classes('icon-svg', className)}
      role={hidden ? undefined : 'img'}
      aria-label={label}
      aria-hidden={hidden || undefined}
    >
      <use href={`/icons.svg#${name}`} />
    </svg>
  );
}
