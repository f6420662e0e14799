import assert from "node:assert/strict";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { Hono } from "hono";
import { loadAssets } from "../../server/http/assets.ts";
import type { AreaAssets } from "../../views/layouts/frame.ts";
import { readSources, repository } from "../support/source.ts";

const assets = loadAssets();
const app = new Hono().get("/assets/:name", assets.handler);
const ask = (path: string, encoding: string) =>
  app.request(path, { headers: { "accept-encoding": encoding } });

Deno.test("an asset can be cached forever, because its name changes with its content", async () => {
  const { areas, ...shared } = assets.urls;
  for (const path of [...Object.values(shared), ...Object.values(areas).flatMap(filesOf)]) {
    assert.match(path, /^\/assets\/[a-z_]+\.[0-9a-f]{12}\.(css|js|json|svg)$/);
    const response = await ask(path, "");
    assert.equal(response.status, 200);
    assert.equal(response.headers.get("cache-control"), "public, max-age=31536000, immutable");
    assert.equal(response.headers.get("vary"), "Accept-Encoding");
    assert.equal(response.headers.get("content-encoding"), null);
    await response.body?.cancel();
  }
});

Deno.test("an asset has the same content compressed and uncompressed", async () => {
  const plain = await (await ask(assets.urls.css, "identity")).text();
  const brotli = await ask(assets.urls.css, "gzip, br");
  assert.equal(brotli.headers.get("content-encoding"), "br");
  const gzip = await ask(assets.urls.css, "gzip, br;q=0");
  assert.equal(gzip.headers.get("content-encoding"), "gzip");
  const text = (data: Uint8Array) => new TextDecoder().decode(data);
  assert.equal(text(brotliDecompressSync(new Uint8Array(await brotli.arrayBuffer()))), plain);
  assert.equal(text(gunzipSync(new Uint8Array(await gzip.arrayBuffer()))), plain);
});

Deno.test("an asset of another version is a 404 that can't be cached", async () => {
  const response = await ask("/assets/app.000000000000.css", "br");
  assert.equal(response.status, 404);
  assert.equal(response.headers.get("cache-control"), "no-store");
  await response.body?.cancel();
});

Deno.test("served scripts have no comment lines, and minifying changes no text", async () => {
  const { css, js, later, palette, areas } = assets.urls;
  for (const path of [css, js, later, palette, ...Object.values(areas).flatMap(filesOf)]) {
    const sent = await (await ask(path, "identity")).text();
    assert.doesNotMatch(sent, /^\s*\/\/ (?!@vue)|@param|@property/m, path);
  }
  for (const { path: name, text } of await readSources([".js"], `${repository}/static/js`)) {
    const code = text.replace(/^\s*(?:\/\/|\/\*|\*).*$/gm, "");
    const open = code.split("\n").filter((line) => (line.split("`").length - 1) % 2 === 1);
    assert.deepEqual(open, [], name);
    const texts = code.match(/"(?:[^"\\\n]|\\.)*"|`[^`\n]*`/g) ?? [];
    const sign = / (=>|[=!]==|\?\?|&&|\|\||=) |\) \{|;}/;
    const changed = texts.filter((text) => sign.test(text.replace(/\$\{[^}]*\}/g, "")));
    assert.deepEqual(changed, [], `${name}: signs in texts are drawn together`);
  }
});

Deno.test("the served script is valid after minifying", async () => {
  const sent = await (await ask(assets.urls.js, "identity")).text();
  assert.doesNotThrow(() => new Function(sent));
});

Deno.test("stylesheet and script leave a page 17 KB of the 100 KB for the first load", async () => {
  let size = 0;
  for (const path of [assets.urls.css, assets.urls.js]) {
    size += (await (await ask(path, "br")).arrayBuffer()).byteLength;
  }
  assert.ok(size <= 83 * 1024, `${size} bytes`);
});

Deno.test("the files of an area have at most 16 KB", async () => {
  for (const [area, own] of Object.entries(assets.urls.areas)) {
    let size = 0;
    for (const path of filesOf(own)) {
      size += (await (await ask(path, "br")).arrayBuffer()).byteLength;
    }
    assert.ok(size <= 16 * 1024, `${area}: ${size} bytes`);
  }
});

const filesOf = ({ css, js, later }: AreaAssets) => [css, js ?? [], later ?? []].flat();

Deno.test("the palette's files have at most 16 KB", async () => {
  const { byteLength } = await (await ask(assets.urls.palette, "br")).arrayBuffer();
  assert.ok(byteLength <= 16 * 1024, `${byteLength} bytes`);
});

Deno.test("the scripts and styles that load after a page have at most 12 KB", async () => {
  const { byteLength } = await (await ask(assets.urls.later, "br")).arrayBuffer();
  assert.ok(byteLength <= 12 * 1024, `${byteLength} bytes`);
});
