import assert from "node:assert/strict";
import { withApp } from "../support/app.ts";
import { browserCookie } from "../support/browser_session.ts";
import { changesOnly } from "../support/snapshot.ts";
import { testOrigin } from "../support/world.ts";

type Sent = [body: string, headers: Record<string, string>, status: number, code?: string];

/** Text as bytes of Latin-1. */
const latin1 = (text: string) => Uint8Array.from(text, (one) => one.charCodeAt(0));
/** Text of bytes of UTF-8, each as a character of Latin-1. */
const utf8 = (text: string) => String.fromCharCode(...new TextEncoder().encode(text));

const malformed = [400, "malformed_text"] as const;
const charset = [415, "unsupported_charset"] as const;
const encoding = [415, "unsupported_encoding"] as const;

Deno.test("a JSON body must be uncompressed UTF-8, and any other body is refused", () =>
  withApp({}, async (app, { ada, workspaceId }) => {
    const json = (title: string) => `{"title":"${title}","teamId":"ENG"}`;
    const type = (parameters: string) => ({ "content-type": `application/json${parameters}` });
    const cases: Sent[] = [
      [json("caf\xe9"), type(""), ...malformed],
      [json("caf\xc3"), type(";charset=utf-8"), ...malformed],
      [json("\xed\xa0\x80"), type(""), ...malformed],
      [json("cafe"), type("; charset=iso-8859-1"), ...charset],
      [json("cafe"), type(`; q=1; Charset="UTF-16"`), ...charset],
      ["\x1f\x8b\x08", { ...type(""), "content-encoding": "gzip" }, ...encoding],
      [json("cafe"), { ...type(""), "content-encoding": "identity, br" }, ...encoding],
      [json(utf8("café")), type(`; charset="UTF-8"`), 201],
      [json(utf8("café")), { ...type(""), "content-encoding": "identity" }, 201],
    ];
    for (const [body, headers, status, code] of cases) {
      const send = async () => {
        const answer = await app.app.request(`/api/v1/workspaces/${workspaceId}/tasks`, {
          method: "POST",
          headers: { ...headers, authorization: `Bearer ${ada.tokens.accessToken}` },
          body: latin1(body),
        });
        const said = await answer.json();
        assert.deepEqual([answer.status, said.code], [status, code], body);
        assert.ok(status === 201 ? said.task.title === "café" : said.detail && said.hint);
        const accepted = status === 415 && code === encoding[1] ? "identity" : null;
        assert.equal(answer.headers.get("accept-encoding"), accepted);
      };
      await (status === 201 ? send() : changesOnly(app.world.database, [], send));
    }
  }));

Deno.test("a form must be uncompressed UTF-8, escaped or not, signed in or not", () =>
  withApp({}, async (app, { ada }) => {
    const cookie = await browserCookie(app.world, ada.email);
    const type = "application/x-www-form-urlencoded";
    const cases: Sent[] = [
      ["title=caf%e9&teamId=ENG&email=a", {}, ...malformed],
      ["caf%E9=a&title=a&teamId=ENG&email=a", {}, ...malformed],
      ["title=%c3%28&teamId=ENG&email=a", {}, ...malformed],
      ["title=%ed%a0%80&teamId=ENG&email=a", {}, ...malformed],
      ["title=caf\xe9&teamId=ENG&email=a", {}, ...malformed],
      ["title=cafe&email=a", { "content-type": `${type}; charset=windows-1252` }, ...charset],
      ["title=cafe&email=a", { "content-encoding": "gzip" }, ...encoding],
      [`title=caf%c3%A9+100%+${utf8("é")}&teamId=ENG&email=ada@example.com`, {}, 303],
    ];
    for (const [body, headers, status, code] of cases) {
      for (const [path, own] of [["/workspace/tasks", { cookie }], ["/auth/signin", {}]] as const) {
        const answer = await app.app.request(path, {
          method: "POST",
          headers: { "content-type": type, origin: testOrigin, ...own, ...headers },
          body: latin1(body),
        });
        assert.equal(answer.status, status, `${path} ${body}`);
        const text = await answer.text();
        if (code !== undefined) assert.equal(JSON.parse(text).code, code);
      }
    }
    const page = await app.app.request("/auth/signin", {
      method: "POST",
      headers: { "content-type": type, origin: testOrigin, accept: "text/html" },
      body: "email=caf%e9",
    });
    assert.equal(page.status, 400);
    assert.match(await page.text(), /isn&#39;t valid UTF-8|isn't valid UTF-8/);
  }));
