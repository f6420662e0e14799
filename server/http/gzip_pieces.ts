import { Buffer } from "node:buffer";
import { constants, crc32, deflateRawSync, gzipSync } from "node:zlib";
import { CUT } from "../../views/layouts/cut.ts";
import { joinChecksums, shiftOf } from "./crc32.ts";

/** Below this many characters a piece is sent as it is. */
const WORTH_COMPRESSING = 200;
/** A list becomes a tenth in half a millisecond. Level 1 takes two thirds of that, and leaves two fifths more bytes. */
const LEVEL = 4;
/** Twice the time for a twentieth fewer bytes: a kept piece is compressed once and sent often. */
const KEPT_LEVEL = 9;
/** The share of a page that can be new for it to be sent in pieces. */
const MOST_NEW = 1 / 4;

/** The start of a gzip member: no name, no time, no system. RFC 1952, 2.3 */
const head = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff);
/** An empty last block. RFC 1951, 3.2.6 */
const lastBlock = Uint8Array.of(3, 0);
const TAIL = lastBlock.length + 8;

/** A compressed text that can stand anywhere in a stream. */
interface Piece {
  /** Whole blocks, none of them the last one. */
  blocks: Uint8Array;
  bytes: number;
  crc: number;
  shift: number;
}

interface KeptPiece {
  /** Undefined for a piece that only stood on one page so far. */
  piece: Piece | undefined;
  /** Whether a page had it since it was last up to be dropped. */
  used: boolean;
}

/**
 * Compresses pages piece by piece, and keeps the pieces: most of a page stood on another one before. A page that is
 * mostly new is compressed whole, which takes less time and leaves fewer bytes. Pieces are found by their whole text,
 * so nobody gets what wasn't drawn for them.
 */
export class GzipPieces {
  #kept = new Map<string, KeptPiece>();
  #size = 0;

  /** @param most the number of characters and bytes to keep */
  constructor(private readonly most = 12_000_000) {}

  /** The number of characters and bytes that are kept. */
  get size(): number {
    return this.#size;
  }

  /** Returns a page as one gzip member. @param text of the page, with its cuts */
  gzip(text: string): Uint8Array<ArrayBuffer> {
    const texts = text.split(CUT);
    const isFresh = (one: string) => one.length >= WORTH_COMPRESSING && !this.#kept.has(one);
    const fresh = [...new Set(texts.filter(isFresh))];
    // A copy: a slice would hold the whole page
    for (const one of fresh) this.#keep(Buffer.from(one).toString());
    const freshLength = fresh.reduce((sum, { length }) => sum + length, 0);
    if (freshLength > MOST_NEW * text.length) {
      return new Uint8Array(gzipSync(texts.join(""), { level: LEVEL }));
    }
    const pieces = texts.map((one) => this.#pieceOf(one));
    const length = pieces.reduce((sum, { blocks }) => sum + blocks.length, head.length + TAIL);
    const member = new Uint8Array(length);
    member.set(head);
    let [at, crc, bytes] = [head.length, 0, 0];
    for (const piece of pieces) {
      member.set(piece.blocks, at);
      at += piece.blocks.length;
      crc = joinChecksums(crc, piece);
      bytes += piece.bytes;
    }
    member.set(lastBlock, at);
    const tail = new DataView(member.buffer, at + lastBlock.length);
    tail.setUint32(0, crc, true);
    tail.setUint32(4, bytes, true);
    return member;
  }

  #pieceOf(text: string): Piece {
    const kept = this.#kept.get(text);
    if (kept === undefined) {
      const bytes = Buffer.from(text);
      return text.length < WORTH_COMPRESSING ? stored(bytes) : deflated(bytes);
    }
    kept.used = true;
    if (kept.piece === undefined) {
      kept.piece = deflated(Buffer.from(text));
      this.#size += kept.piece.blocks.length;
    }
    return kept.piece;
  }

  #keep(text: string): void {
    this.#kept.set(text, { piece: undefined, used: false });
    this.#size += text.length;
    for (const [oldest, kept] of this.#kept) {
      if (this.#size <= this.most) return;
      this.#kept.delete(oldest);
      if (kept.used) this.#kept.set(oldest, { ...kept, used: false });
      else this.#size -= oldest.length + (kept.piece?.blocks.length ?? 0);
    }
  }
}

function deflated(bytes: Buffer): Piece {
  const finishFlush = constants.Z_SYNC_FLUSH;
  return {
    blocks: deflateRawSync(bytes, { level: KEPT_LEVEL, finishFlush }),
    ...checksumOf(bytes),
  };
}

/** A block that isn't compressed. RFC 1951, 3.2.4 */
function stored(bytes: Buffer): Piece {
  const { length } = bytes;
  const blocks = new Uint8Array(5 + length);
  const view = new DataView(blocks.buffer);
  view.setUint16(1, length, true);
  view.setUint16(3, ~length, true);
  blocks.set(bytes, 5);
  return { blocks, ...checksumOf(bytes) };
}

function checksumOf(bytes: Buffer): Omit<Piece, "blocks"> {
  return { bytes: bytes.length, crc: crc32(bytes), shift: shiftOf(bytes.length) };
}
