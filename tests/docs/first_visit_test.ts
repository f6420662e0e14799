import { Catalog } from "../../server/docs/catalog.ts";
import { createTestApp } from "../support/app.ts";
import { assertNone } from "../support/missing.ts";

/** The maximum size of a docs page with its files, compressed, in bytes. */
const MOST_BYTES = 60_000;

Deno.test("the first visit to each docs page loads at most 60 KB, with its files and pictures", async () => {
  await using app = await createTestApp();
  const known = new Map<string, Promise<number>>();
  const load = async (path: string) => {
    const headers = { accept: "text/html", "accept-encoding": "gzip, deflate, br, zstd" };
    const { length } = await (await app.app.request(path, { headers })).bytes();
    return length;
  };
  const sizeOf = (path: string) => known.getOrInsertComputed(path, () => load(path));
  const sizes = await Promise.all([...new Catalog().pages.keys()].map(async (path) => {
    const html = await (await app.app.request(path, { headers: { accept: "text/html" } })).text();
    const files = html.matchAll(
      /<(?:link|script|img)\b[^>]*? (?:href|src)="(\/(?:assets|docs\/pictures)\/[^"]+)"/g,
    );
    const parts = await Promise.all(
      [path, ...new Set([...files].map(([, file]) => file!))].map(sizeOf),
    );
    return { path, count: parts.length, bytes: parts.reduce((sum, bytes) => sum + bytes, 0) };
  }));
  assertNone(
    sizes.filter(({ bytes, count }) => bytes > MOST_BYTES || count < 4),
    ({ path, bytes, count }) => `${path} loads ${bytes} bytes in ${count} files.`,
  );
});
