import { Failure } from "../../failure.ts";

/** The maximum size of a file, which is read as a whole. */
const MOST_BYTES = 256 * 1024 * 1024;

/**
 * Reads the text of an export.
 * @param source a file, or `-` for standard input
 * @throws Failure if it can't be read, or is too large, empty, or not text
 */
export async function readText(source: string): Promise<string> {
  return textOf(await bytesOf(source), source === "-" ? "Standard input" : source);
}

async function bytesOf(source: string): Promise<Uint8Array> {
  const file = source === "-" ? undefined : open(source);
  if (file?.statSync().isDirectory) {
    file.close();
    throw new Failure(`${source} is a folder. Use a file in this folder.`);
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of (file ?? Deno.stdin).readable) {
    size += part.length;
    if (size > MOST_BYTES) {
      throw new Failure(
        `${source} is larger than 256 MB. Export the data in parts. Nothing was imported.`,
      );
    }
    parts.push(part);
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function open(source: string): Deno.FsFile {
  try {
    return Deno.openSync(source);
  } catch {
    throw new Failure(`${source} can't be read. Check the file name.`);
  }
}

/** The first bytes of other kinds of files. */
const others: readonly (readonly [beginning: number[], is: string])[] = [
  [[0x50, 0x4b], "a ZIP archive or a spreadsheet file. Unpack it, or save it as CSV"],
  [[0x1f, 0x8b], "compressed with gzip. Unpack it"],
  [[0x25, 0x50, 0x44, 0x46], "a PDF. Export it as CSV or JSON"],
];

/**
 * Decodes UTF-8, or UTF-16 with a byte order mark.
 * @param name the file's name in messages
 * @throws Failure for anything else
 */
export function textOf(bytes: Uint8Array, name: string): string {
  const refuse = (why: string): never => {
    throw new Failure(`${name} is ${why}. Nothing was imported.`);
  };
  if (bytes.length === 0) refuse("empty");
  const other = others.find(([beginning]) => beginning.every((one, at) => bytes[at] === one));
  if (other) refuse(other[1]);
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe
    ? "utf-16le"
    : bytes[0] === 0xfe && bytes[1] === 0xff
    ? "utf-16be"
    : "utf-8";
  if (encoding === "utf-8" && bytes.subarray(0, 1_000).includes(0)) {
    refuse("not text, or UTF-16 without a byte order mark. Save it as UTF-8");
  }
  const text = decoded(bytes, encoding);
  if (text === undefined) {
    return refuse(`not ${encoding.toUpperCase()}, or incomplete. Save it as UTF-8`);
  }
  if (text.trim() === "") refuse("empty");
  return text;
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Parses JSON. @throws Failure if the text isn't JSON, or seems incomplete */
export function parseExport(text: string, program: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const begins = /^\s*[[{]/.test(text);
    throw new Failure(
      `The file isn't JSON from ${program}${
        begins ? ": it is damaged or incomplete" : ""
      }. Nothing was imported.`,
    );
  }
}
