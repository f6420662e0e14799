import { Buffer } from "node:buffer";
import { constants, crc32, deflateRawSync } from "node:zlib";
import { CUT } from "../../views/layouts/cut.ts";
import { joinChecksums, shiftOf } from "./crc32.ts";

/** Shorter pieces are sent uncompressed, in characters. */
const WORTH_COMPRESSING = 200;
/** Level 4 would take four fifths of the time and create a twentieth more bytes, and most pieces are sent often. */
const LEVEL = 6;

/** The start of a gzip member: no name, no time, no system. RFC 1952, 2.3 */
const head = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff);
/** An empty last block. RFC 1951, 3.2.6 */
const lastBlock = Uint8Array.of(3, 0);
const TAIL = lastBlock.length + 8;

/** A compressed text that can be anywhere in a stream. */
interface Piece {
  /** Whole blocks, none of them the last one. */
  blocks: Uint8Array;
  bytes: number;
  crc: number;
  shift: number;
}

interface KeptPiece extends Piece {
  /** Whether a page has used it since the last cleanup. */
  used: boolean;
}

/**
 * Compresses pages piece by piece and keeps the pieces, because most of a page was part of an earlier one. The key of a
 * piece is its whole text, so nobody gets a piece that wasn't rendered for them.
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
    const pieces = piecesOf(text).map((piece) => this.#pieceOf(piece));
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
    if (text.length < WORTH_COMPRESSING) return stored(Buffer.from(text));
    const known = this.#kept.get(text);
    if (known !== undefined) {
      known.used = true;
      return known;
    }
    const bytes = Buffer.from(text);
    const piece = { ...deflated(bytes), used: false };
    // A copy, because a slice would keep the whole page in memory
    this.#keep(bytes.toString(), piece);
    return piece;
  }

  #keep(text: string, piece: KeptPiece): void {
    this.#kept.set(text, piece);
    this.#size += text.length + piece.blocks.length;
    for (const [oldest, kept] of this.#kept) {
      if (this.#size <= this.most) return;
      this.#kept.delete(oldest);
      if (kept.used) this.#kept.set(oldest, { ...kept, used: false });
      else this.#size -= oldest.length + kept.blocks.length;
    }
  }
}

/** Splits a text at its cuts. `split` would take five times as long. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  for (let cut = text.indexOf(CUT); cut !== -1; cut = text.indexOf(CUT, start)) {
    pieces.push(text.slice(start, cut));
    start = cut + CUT.length;
  }
  return [...pieces, text.slice(start)];
}

function deflated(bytes: Buffer): Piece {
  const finishFlush = constants.Z_SYNC_FLUSH;
  return { blocks: deflateRawSync(bytes, { level: LEVEL, finishFlush }), ...checksumOf(bytes) };
}

/** Returns a block that isn't compressed. RFC 1951, 3.2.4 */
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
