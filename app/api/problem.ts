import type { QueryProblem } from '~/workflows/product-query';

const details = {
  'too-long': (parameter: string) => `The parameter "${parameter}" is too long: at most 200 characters.`,
  'too-many': (parameter: string) =>
    `The parameter "${parameter}" has too much in it: at most 20 words in a search and 50 values in a filter.`,
  'several-days': (parameter: string) => `The parameter "${parameter}" can be given once.`,
  'before-first': (parameter: string) => `The parameter "${parameter}" is a day before anything was published.`,
  'too-far-ahead': (parameter: string) => `The parameter "${parameter}" is a day too far ahead: five years at most.`,
  'only-present': (parameter: string) =>
    `There is only the present here, so the parameter "${parameter}" cannot be used. Pages and lists show other days.`,
  'not-a-day': (parameter: string) => `The parameter "${parameter}" is not a day that exists, written yyyy-mm-dd.`,
};

/** A "no" of the API, sent as application/problem+json (RFC 9457). */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly parameter?: string,
  ) {
    super(detail);
  }

  static notFound(): ApiProblem {
    return new ApiProblem(404, 'Not found', 'Nothing published has this id.');
  }

  static gone(): ApiProblem {
    return new ApiProblem(410, 'Gone', 'What was published under this id is not public any more.');
  }

  static badParameter(parameter: string): ApiProblem {
    return new ApiProblem(
      400,
      'Bad request',
      `The parameter "${parameter}" has a value that cannot be used.`,
      parameter,
    );
  }

  static noProductAddress(parameter: string): ApiProblem {
    const detail = `The parameter "${parameter}" has to be one whole address of a product’s page on this portal.`;
    return new ApiProblem(400, 'Bad request', detail, parameter);
  }

  static badQuery({ parameter, because }: QueryProblem): ApiProblem {
    if (because === 'unknown-parameter') return ApiProblem.unknownParameter(parameter);
    if (because === 'unknown-value') return ApiProblem.badParameter(parameter);
    return new ApiProblem(400, 'Bad request', details[because](parameter), parameter);
  }

  static unknownParameter(parameter: string): ApiProblem {
    return new ApiProblem(
      400,
      'Bad request',
      `There is no parameter "${parameter.slice(0, 100)}".`,
      parameter.slice(0, 100),
    );
  }

  body() {
    const { status, title, detail, parameter } = this;
    return { type: 'about:blank', title, status, detail, ...(parameter === undefined ? {} : { parameter }) };
  }
}
