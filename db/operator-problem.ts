/**
 * Something only the person who runs the portal can put right: a setting, a permission, a full disk.
 * The message is one or two plain sentences that name the setting or path; it is printed without a stack.
 */
export class OperatorProblem extends Error {
  override name = 'OperatorProblem';
}
