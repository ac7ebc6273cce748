/**
 * Where uploaded evidence is kept: content-addressed, so a file is never changed and the same bytes are kept once.
 * Which declaration a file belongs to, its name and its type stand in the database.
 */
export interface EvidenceStorage {
  /**
   * Keeps the bytes; they have reached the disk when the promise resolves.
   * @returns their SHA-256 in hexadecimal, and their number
   * @throws whatever the source throws (for example because it is too large); nothing is kept then
   */
  put(content: Uint8Array | AsyncIterable<Uint8Array>): Promise<StoredEvidence>;
  /** @returns the bytes of one file, or null when there is none with this hash */
  get(sha256: string): Promise<ReadableStream<Uint8Array> | null>;
}

export interface StoredEvidence {
  sha256: string;
  /** In bytes. */
  size: number;
}
