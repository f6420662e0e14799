import assert from "node:assert/strict";
import type { TestApp } from "./app.ts";
import { testOrigin } from "./world.ts";

/** A browser without a display. It keeps cookies and sends forms like a page. */
export interface Visitor {
  get(path: string, headers?: Record<string, string>): Promise<Seen>;
  /** Sends a form. */
  post(path: string, form: Record<string, string>, headers?: Record<string, string>): Promise<Seen>;
  /** Requests a part of the current page, like htmx. */
  part(
    method: "GET" | "POST",
    path: string,
    on: string,
    form?: Record<string, string>,
  ): Promise<Seen>;
}

export interface Seen {
  status: number;
  headers: Headers;
  html: string;
}

/** Signs a person in through the pages, and returns their browser. */
export async function visit(app: TestApp, email: string, purpose = "signin"): Promise<Visitor> {
  const visitor = browse(app, "");
  // Waits long enough that the address can request another code
  app.world.clock.advance({ minutes: 2 });
  await visitor.post(`/auth/${purpose}`, { email });
  const code = app.world.mailer.codeFor(email);
  const verified = await visitor.post("/auth/verify", { email, purpose, code });
  assert.equal(verified.status, 303, verified.html);
  const cookie = /^[^;]+/.exec(verified.headers.get("set-cookie") ?? "")?.[0];
  assert.ok(cookie, "signing in set no cookie");
  return browse(app, cookie);
}

/** Returns the browser of a person who isn't signed in. */
export function stranger(app: TestApp): Visitor {
  return browse(app, "");
}

function browse({ app }: TestApp, cookie: string): Visitor {
  const ask = async (path: string, init: RequestInit, headers: Record<string, string> = {}) => {
    const own = { accept: "text/html", origin: testOrigin, cookie, ...headers };
    const response = await app.request(path, { ...init, headers: own });
    return { status: response.status, headers: response.headers, html: await response.text() };
  };
  const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
    ask(path, { method: "POST", body: String(new URLSearchParams(form)) }, {
      "content-type": "application/x-www-form-urlencoded",
      ...headers,
    });
  return {
    get: (path, headers) => ask(path, {}, headers),
    post,
    part(method, path, on, form = {}) {
      const headers = {
        "hx-request": "true",
        "hx-request-type": "partial",
        "hx-current-url": `${testOrigin}${on}`,
      };
      return method === "GET" ? ask(path, {}, headers) : post(path, form, headers);
    },
  };
}
