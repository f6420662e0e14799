import { Buffer } from "node:buffer";
import { type Cipheriv, createCipheriv, createDecipheriv } from "node:crypto";
import type { Numbers } from "../../domain/live/read_news.ts";

/** A listener's position in the news, and the last minute, because only time ends snoozes. */
export interface Point {
  heard: Numbers;
  minute: number;
}

/**
 * Encrypts positions for pages and streams: `ZvIo4XR1yD0mB1fWzrsNWg.29893440`. The numbers count the activity of the
 * whole installation, so they must stay secret. Equal positions have equal texts.
 */
export class Points {
  readonly #key: Buffer;
  /** Encrypts any number of single blocks. Creating it for each takes twice as long as the rest. */
  readonly #cipher: Cipheriv;

  /** @param key 128 bits, in hexadecimal digits */
  constructor(key: string) {
    this.#key = Buffer.from(key, "hex");
    this.#cipher = createCipheriv("aes-128-ecb", this.#key, null).setAutoPadding(false);
  }

  spelled({ heard, minute }: Point): string {
    const block = Buffer.alloc(16);
    block.writeBigUInt64BE(BigInt(heard.activity));
    block.writeBigUInt64BE(BigInt(heard.other), 8);
    // One block, which is unique for these numbers
    return `${this.#cipher.update(block).toString("base64url")}.${minute}`;
  }

  /** Returns the position of a text, or null if the text is invalid. */
  read(text: string): Point | null {
    const [, sealed, minute] = /^([\w-]{22})\.(\d{1,15})$/.exec(text) ?? [];
    if (sealed === undefined) return null;
    const cipher = createDecipheriv("aes-128-ecb", this.#key, null).setAutoPadding(false);
    const block = Buffer.concat([cipher.update(Buffer.from(sealed, "base64url")), cipher.final()]);
    const [activity, other] = [block.readBigUInt64BE(), block.readBigUInt64BE(8)].map(Number);
    return { heard: { activity: activity!, other: other! }, minute: Number(minute) };
  }
}
