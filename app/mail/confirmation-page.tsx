import type { ReactNode } from 'react';
import { Alert, Button, PageHeading } from '~/app/components';

interface Props {
  title: string;
  /** Where it is confirmed. */
  action: string;
  button: string;
  isDone: boolean;
  done: { heading: string; text: string };
  invalid: { heading: string; text: string };
  /** What is to be confirmed; nothing when the link leads to nothing (any more). */
  children: ReactNode;
}

/** The page behind a link in a mail: one button, or what came of it. */
export function ConfirmationPage({ title, action, button, isDone, done, invalid, children }: Props) {
  return (
    <>
      <PageHeading>{title}</PageHeading>
      {isDone && (
        <Alert kind="success" heading={done.heading} role="status">
          {done.text}
        </Alert>
      )}
      {!isDone && !children && (
        <Alert kind="error" heading={invalid.heading} role="status">
          {invalid.text}
        </Alert>
      )}
      {children && (
        <form method="post" action={action}>
          {children}
          <Button>{button}</Button>
        </form>
      )}
    </>
  );
}
