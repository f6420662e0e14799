import { Buffer } from "node:buffer";
import { createCipheriv, createDecipheriv } from "node:crypto";
import type { Numbers } from "../../domain/live/read_news.ts";

/** How far somebody has heard, and up to which minute, by which alone what was snoozed comes back. */
export interface Point {
  heard: Numbers;
  minute: number;
}

/**
 * Points as pages and streams say them: `ZvIo4XR1yD0mB1fWzrsNWg.29893440`. The numbers count what happens in the whole
 * installation, so they are sealed; the same ones always read the same.
 */
export class Points {
  readonly #key: Buffer;

  /** @param key 128 bits, in hexadecimal digits */
  constructor(key: string) {
    this.#key = Buffer.from(key, "hex");
  }

  spelled({ heard, minute }: Point): string {
    const block = Buffer.alloc(16);
    block.writeBigUInt64BE(BigInt(heard.activity));
    block.writeBigUInt64BE(BigInt(heard.other), 8);
    // One block, never the same for other numbers
    const cipher = createCipheriv("aes-128-ecb", this.#key, null).setAutoPadding(false);
    return `${
      Buffer.concat([cipher.update(block), cipher.final()]).toString("base64url")
    }.${minute}`;
  }

  /** The point that is spelled so; null for what is none. */
  read(text: string): Point | null {
    const [, sealed, minute] = /^([\w-]{22})\.(\d{1,15})$/.exec(text) ?? [];
    if (sealed === undefined) return null;
    const cipher = createDecipheriv("aes-128-ecb", this.#key, null).setAutoPadding(false);
    const block = Buffer.concat([cipher.update(Buffer.from(sealed, "base64url")), cipher.final()]);
    const [activity, other] = [block.readBigUInt64BE(), block.readBigUInt64BE(8)].map(Number);
    return { heard: { activity: activity!, other: other! }, minute: Number(minute) };
  }
}
