import { describe, expect, it } from 'vitest';
import { readEvidenceForm } from '~/app/supplier/read-evidence-form.server';
import { evidenceSizeLimit } from '~/workflows/evidence-file';

const boundary = 'graense';
const chunk = new Uint8Array(1_000_000);

/** A form whose file has so many bytes, and how many chunks of its body have been asked for. */
function send(bytes: number) {
  const text = (words: string) => new TextEncoder().encode(words);
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="title"\r\n\r\nTestrapport\r\n`;
  const file = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="rapport.pdf"\r\n\r\n`;
  const parts = [text(head), text(file)];
  for (let left = bytes; left > 0; left -= chunk.length) parts.push(chunk.subarray(0, Math.min(left, chunk.length)));
  parts.push(text(`\r\n--${boundary}--\r\n`));
  const state = { left: parts.length };
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const next = parts.shift();
      state.left = parts.length;
      if (next) controller.enqueue(next);
      else controller.close();
    },
  });
  const headers = { 'Content-Type': `multipart/form-data; boundary=${boundary}` };
  const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
  return { request: new Request('http://portal.example/', init), state };
}

describe('the evidence form', () => {
  it('takes a file of just the limit', async () => {
    const read = await readEvidenceForm(send(evidenceSizeLimit).request);
    expect(read).toMatchObject({ ok: true, fields: { title: 'Testrapport' }, file: { name: 'rapport.pdf' } });
    expect(read.ok && read.file?.bytes.length).toBe(evidenceSizeLimit);
  });

  it('refuses a larger one, once it has been read to its end', async () => {
    const { request, state } = send(evidenceSizeLimit + 3_000_000);
    expect(await readEvidenceForm(request)).toMatchObject({
      ok: false,
      problem: 'file-too-large',
      fields: { title: 'Testrapport' },
    });
    expect(state.left).toBe(0);
  });

  it('is no form when the parts have no end', async () => {
    const { headers } = send(0).request;
    const broken = new Request('http://portal.example/', { method: 'POST', headers, body: `--${boundary}\r\nContent` });
    await expect(readEvidenceForm(broken)).rejects.toMatchObject({ status: 400 });
  });
});
