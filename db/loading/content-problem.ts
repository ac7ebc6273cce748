import { OperatorProblem } from '~/db/operator-problem';

/** Something wrong in a content file. */
export interface ContentIssue {
  /** Relative to the project's folder. */
  file: string;
  /** Counted from 1; null when the whole file is meant. */
  line: number | null;
  message: string;
}

/** The content was refused, and nothing of it was loaded. The message has one line for each issue. */
export class ContentProblem extends OperatorProblem {
  override name = 'ContentProblem';
  readonly issues: readonly ContentIssue[];

  constructor(issues: readonly ContentIssue[]) {
    super(issues.map(writeIssue).join('\n'), 'content');
    this.issues = issues;
  }
}

export function writeIssue({ file, line, message }: ContentIssue): string {
  return `${file}${line === null ? '' : `:${line}`}: ${message}`;
}
