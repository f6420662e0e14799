import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";
import { stranger } from "../support/visitor.ts";

const webKit = "AppleWebKit/537.36 (KHTML, like Gecko)";
/** Values of `User-Agent` as browsers send them, and the names in the list of sessions. */
const browsers = [
  [`Mozilla/5.0 (X11; Linux x86_64) ${webKit} HeadlessChrome/131.0.0.0 Safari/537.36`, "Chrome"],
  [`Mozilla/5.0 (X11; Linux x86_64) ${webKit} Chrome/131.0.0.0 Safari/537.36`, "Chrome"],
  [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webKit} Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0`,
    "Edge",
  ],
  [
    `Mozilla/5.0 (X11; Linux x86_64) ${webKit} Chrome/130.0.0.0 Safari/537.36 OPR/115.0.0.0`,
    "Opera",
  ],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0", "Firefox"],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) " +
    "CriOS/131.0.6778.73 Mobile/15E148 Safari/604.1",
    "Chrome",
  ],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) " +
    "Version/18.1 Safari/605.1.15",
    "Safari",
  ],
  ["curl/8.5.0", "Browser"],
] as const;

Deno.test("the session list names the browser that signed in", () =>
  withApp({}, async (app, { ada }) => {
    const { email } = ada;
    for (const [userAgent, name] of browsers) {
      app.world.clock.advance({ minutes: 2 });
      const visitor = stranger(app);
      await visitor.post("/auth/signin", { email });
      const code = app.world.mailer.codeFor(email);
      await visitor.post("/auth/verify", { email, purpose: "signin", code }, {
        "user-agent": userAgent,
      });
      const { body } = await call(app, "GET /sessions", { as: ada });
      assert.equal(body.sessions[0].label, name, userAgent);
    }
  }));
