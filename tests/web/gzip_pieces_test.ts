import assert from "node:assert/strict";
import { gunzipSync } from "node:zlib";
import { GzipPieces } from "../../server/http/gzip_pieces.ts";
import { CUT } from "../../views/layouts/cut.ts";
import { withApp } from "../support/app.ts";
import { browserCookie } from "../support/browser_session.ts";

const long = "<li>A row of the list</li>".repeat(400);
const unzip = (bytes: Uint8Array) => new TextDecoder().decode(gunzipSync(bytes));

Deno.test("a compressed page contains the text of all its parts, for the first request and later ones", () => {
  const pieces = new GzipPieces();
  const other = `${long}<p>Tórshavn – 東京 🚢</p>`;
  for (const parts of [[""], ["short"], [long], ["", long, "short", "", other, long]]) {
    const page = parts.join(CUT);
    assert.equal(unzip(pieces.gzip(page)), parts.join(""));
    assert.equal(unzip(pieces.gzip(page)), parts.join(""));
  }
});

Deno.test("new parts replace old ones in a full cache, and pages stay correct", () => {
  const most = 3 * long.length;
  const pieces = new GzipPieces(most);
  for (let n = 0; n < 20; n++) {
    const page = [long, `${n}${long}`].join(CUT);
    assert.equal(unzip(pieces.gzip(page)), page.replace(CUT, ""));
    assert.ok(pieces.size > 0 && pieces.size <= most, `${pieces.size} are kept`);
  }
  const known = Array.from({ length: 12 }, (_, n) => `${n}${long}`).join("");
  for (const page of [known, `${known}${CUT}${long}`, `${known}${CUT}${long}1`]) {
    assert.equal(unzip(pieces.gzip(page)), page.replace(CUT, ""));
  }
});

Deno.test("a page has the same text compressed and plain, without cut marks", () =>
  withApp({}, async (app, { ada }) => {
    const cookie = await browserCookie(app.world, ada.email);
    for (const path of ["/workspace/tasks", "/workspace/tasks?layout=board", "/workspace/inbox"]) {
      const ask = (encoding: string) =>
        app.app.request(path, { headers: { cookie, "accept-encoding": encoding } });
      const plain = await (await ask("identity")).text();
      const answer = await ask("gzip, deflate, br, zstd");
      assert.equal(answer.headers.get("content-encoding"), "gzip", path);
      assert.equal(unzip(new Uint8Array(await answer.arrayBuffer())), plain, path);
      assert.ok(!plain.includes(CUT), path);
      assert.equal((await ask("gzip;q=0")).headers.get("content-encoding"), null, path);
    }
  }));
