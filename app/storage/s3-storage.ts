import { createHash } from 'node:crypto';
import type { S3Client } from '@aws-sdk/client-s3';
import type { Config } from '~/app/config.server';
import { OperatorProblem } from '~/db/operator-problem';
import type { EvidenceStorage, StoredEvidence } from './evidence-storage';

/**
 * Evidence in a bucket of an S3 store, named like the files of the folder storage, so that a folder can be copied into a
 * bucket as it is. The bucket is private; nobody but the portal reads it.
 * @throws OperatorProblem when the bucket cannot be reached with these settings
 */
export async function s3Storage(settings: NonNullable<Config['s3']>): Promise<EvidenceStorage & { close(): void }> {
  const { endpoint, bucket: Bucket, region, accessKeyId, secretAccessKey } = settings;
  const { S3Client, HeadBucketCommand } = await loadSdk();
  const client = new S3Client({
    endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
    // Other stores than Amazon's have no name per bucket, and not all know its newer checksums.
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  await client.send(new HeadBucketCommand({ Bucket })).catch((error: Error) => {
    client.destroy();
    throw new OperatorProblem(`S3_BUCKET: ${Bucket} at ${endpoint} cannot be used (${error.name}: ${error.message}).`);
  });
  return {
    put: (content) => put(client, Bucket, content),
    get: (sha256) => get(client, Bucket, sha256),
    close: () => client.destroy(),
  };
}

/** Large, so it is read only where it is used. */
const loadSdk = () => import('@aws-sdk/client-s3');

/** A file is named by what is in it, so all of it must be read first; uploads are small (20 MB) and kept in memory. */
async function put(
  client: S3Client,
  Bucket: string,
  content: Uint8Array | AsyncIterable<Uint8Array>,
): Promise<StoredEvidence> {
  const chunks: Uint8Array[] = [];
  if (content instanceof Uint8Array) chunks.push(content);
  else for await (const chunk of content) chunks.push(chunk);
  const Body = Buffer.concat(chunks);
  const sha256 = createHash('sha256').update(Body).digest('hex');
  const ContentMD5 = createHash('md5').update(Body).digest('base64');
  const { PutObjectCommand } = await loadSdk();
  await client.send(
    new PutObjectCommand({ Bucket, Key: keyOf(sha256), Body, ContentLength: Body.byteLength, ContentMD5 }),
  );
  return { sha256, size: Body.byteLength };
}

async function get(client: S3Client, Bucket: string, sha256: string): Promise<ReadableStream<Uint8Array> | null> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return null;
  const { GetObjectCommand, NoSuchKey } = await loadSdk();
  try {
    const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: keyOf(sha256) }));
    return Body ? (Body.transformToWebStream() as ReadableStream<Uint8Array>) : null;
  } catch (error) {
    if (error instanceof NoSuchKey) return null;
    throw error;
  }
}

const keyOf = (sha256: string): string => `${sha256.slice(0, 2)}/${sha256}`;
