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
