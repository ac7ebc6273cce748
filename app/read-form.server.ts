/**
 * Reads the form that a request carries. For actions: a body that is no form (JSON, a multipart one that is broken) is
 * the client's mistake, so it is answered with 400 and never with 500.
 * @throws Response 400
 */
export async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw new Response(null, { status: 400, statusText: 'Bad Request' });
  }
}
