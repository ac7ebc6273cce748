/**
 * Something only the person who runs the portal can put right: a setting, a permission, a full disk; or a command of
 * theirs that cannot be done. The message is one or two plain sentences that name the setting, path or thing; it is
 * printed without a stack.
 */
export class OperatorProblem extends Error {
  override name = 'OperatorProblem';

  /**
   * @param code for programs that read it: a refusal's own, or `unknown-…` for what is not there
   * @param params what the message was filled with
   */
  constructor(
    message: string,
    readonly code: string = 'not-possible',
    readonly params?: Readonly<Record<string, string | number>>,
  ) {
    super(message);
  }
}
