import assert from "node:assert/strict";
import { createTestApp, type TestApp } from "../support/app.ts";
import { PlainBrowser } from "../support/plain_browser.ts";
import { testOrigin } from "../support/world.ts";

const post = async ({ app }: TestApp, path: string, form: Record<string, string>) => {
  const headers = {
    origin: testOrigin,
    "content-type": "application/x-www-form-urlencoded",
    accept: "text/html",
  };
  const body = String(new URLSearchParams(form));
  return (await app.request(path, { method: "POST", headers, body })).status;
};

Deno.test("a browser that requests or tries too many codes must wait", async () => {
  await using app = await createTestApp({ signInLimit: 2 });
  const ask = (n: number) => post(app, "/auth/signup", { email: `someone${n}@example.com` });
  const give = (n: number) =>
    post(app, "/auth/verify", { email: `someone${n}@example.com`, code: "000000" });
  assert.deepEqual([await ask(1), await give(1), await ask(2), await give(2)], [
    303,
    422,
    429,
    429,
  ]);
});

Deno.test("a browser that tries too many wrong codes must wait", async () => {
  await using app = await createTestApp({ wrongCodeLimit: 2 });
  const statuses: number[] = [];
  for (let n = 0; n < 4; n++) {
    const form = { email: `someone${n}@example.com`, purpose: "signin", code: "000000" };
    statuses.push(await post(app, "/auth/verify", form));
  }
  assert.deepEqual(statuses, [422, 422, 429, 429]);
});

Deno.test("a client is counted before its body is read, so requests with endless bodies count too", async () => {
  const never = () => new ReadableStream<Uint8Array>({ pull: () => new Promise(() => {}) });
  for (const path of ["/auth/signin", "/auth/signup", "/auth/verify"]) {
    await using app = await createTestApp({ signInLimit: 1 });
    const headers = { origin: testOrigin, "content-type": "application/x-www-form-urlencoded" };
    const send = (body: BodyInit) => app.app.request(path, { method: "POST", headers, body });
    void send(never());
    assert.equal((await send("email=ada@example.com")).status, 429, path);
  }
});

Deno.test("a browser that requested a code can sign in after others have locked its network", async () => {
  await using app = await createTestApp();
  const email = "nia@example.com";
  const hers = new PlainBrowser(app);
  await hers.open("/auth/signup");
  hers.fill("Email address", email);
  await hers.press("button", "Send code");
  const code = app.world.mailer.codeFor(email);
  const wrong = code === "000000" ? "000001" : "000000";
  const statuses: number[] = [];
  for (const guess of [wrong, wrong, wrong, wrong, wrong, code]) {
    statuses.push(await post(app, "/auth/verify", { email, purpose: "signup", code: guess }));
  }
  assert.deepEqual(statuses, [422, 422, 422, 422, 429, 429]);
  hers.fill("Six-digit code", code);
  await hers.press("button", "Continue");
  assert.equal(hers.address, "/onboarding");
});

Deno.test("after signing in, a browser no longer has the secret from requesting a code", async () => {
  await using app = await createTestApp();
  const email = "nia@example.com";
  const send = (path: string, form: Record<string, string>, cookie = "") =>
    app.app.request(path, {
      method: "POST",
      headers: { origin: testOrigin, accept: "text/html", cookie },
      body: new URLSearchParams(form),
    });
  const asked = (await send("/auth/signup", { email })).headers.getSetCookie();
  const secret = asked.find((one) => one.startsWith("__Host-backlog-requester="))!.split(";")[0]!;
  const code = app.world.mailer.codeFor(email);
  const form = { email, purpose: "signup", code };
  const signedIn = (await send("/auth/verify", form, secret)).headers.getSetCookie();
  assert.ok(signedIn.some((one) => /^__Host-backlog-requester=; Max-Age=0/.test(one)));
});
