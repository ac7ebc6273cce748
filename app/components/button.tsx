import { type AnchorHTMLAttributes, type ButtonHTMLAttributes, forwardRef, type ReactNode } from 'react';
import { classes } from './classes';
import { Icon, type IconName } from './icon';

export type ButtonKind = 'primary' | 'secondary' | 'tertiary' | 'warning' | 'link';

interface Look {
  /** `primary` once per page: the act the page is for. `warning`: cannot be undone. `link` looks like a link. */
  kind?: ButtonKind;
  icon?: IconName;
  iconAfter?: IconName;
  small?: boolean;
}

/** A workflow event is `<Button name="event" value="submit">…</Button>`. */
export const Button = forwardRef<HTMLButtonElement, Look & ButtonHTMLAttributes<HTMLButtonElement>>(function Button(
  { kind = 'primary', icon, iconAfter, small, className, children, type = 'submit', ...rest },
  ref,
) {
  return (
    <button ref={ref} type={type} className={buttonClasses(kind, small, className)} {...rest}>
      <ButtonContent icon={icon} iconAfter={iconAfter}>
        {children}
      </ButtonContent>
    </button>
  );
});

/** A link that looks like a button: for going on to a page, never for changing anything. */
export function ButtonLink({
  kind = 'primary',
  icon,
  iconAfter,
  small,
  className,
  children,
  ...rest
}: Look & AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  return (
    <a className={buttonClasses(kind, small, className)} {...rest}>
      <ButtonContent icon={icon} iconAfter={iconAfter}>
        {children}
      </ButtonContent>
    </a>
  );
}

/** Buttons that belong together; the first is the most important. */
export function ButtonGroup({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={classes('sd-buttons', className)}>{children}</div>;
}

function ButtonContent({ icon, iconAfter, children }: Pick<Look, 'icon' | 'iconAfter'> & { children: ReactNode }) {
  return (
    <>
      {icon && <Icon name={icon} />}
      {icon || iconAfter ? <span>{children}</span> : children}
      {iconAfter && <Icon name={iconAfter} />}
    </>
  );
}

function buttonClasses(kind: ButtonKind, small: boolean | undefined, className: string | undefined) {
  if (kind === 'link') return classes('function-link', className);
  return classes('button', `button-${kind}`, small && 'sd-button-small', className);
}
