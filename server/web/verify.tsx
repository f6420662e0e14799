import { type Context, Hono } from "hono";
import { VerifyPage } from "../../views/auth/verify.tsx";
import { onboardingPath, signInPath, verifyPath, workspacePath } from "../../views/paths.ts";
import { perform } from "../domain/core/operation.ts";
import { verifyCodeInBrowser } from "../domain/sessions/verify.ts";
import { anonymous } from "../http/actor.ts";
import { countSignIn, tryCode } from "../http/client.ts";
import type { Env } from "../http/env.ts";
import { readForm } from "../http/form.ts";
import { frameFor, html } from "../http/html.ts";
import { safePath } from "../http/htmx.ts";
import { writeSessionCookie } from "../http/session.ts";
import { type Refusal, refusalOf } from "./field_errors.ts";

/** Whose code it is, and for what; the page and its form hand it on. */
interface Attempt {
  email: string;
  purpose: "signin" | "signup";
  next: string | undefined;
  wait: number;
}

/** Signing in and up, second half: the code. */
export const verifyWeb = new Hono<Env>()
  .get(verifyPath, (c) => {
    const email = c.req.query("email");
    if (!email) return c.redirect(signInPath, 303);
    const wait = Math.min(Math.max(Number.parseInt(c.req.query("wait") ?? "0") || 0, 0), 900);
    return codePage(c, {
      email,
      purpose: purposeOf(c.req.query("purpose")),
      next: c.req.query("next"),
      wait,
    });
  })
  .post(verifyPath, async (c) => {
    countSignIn(c);
    const form = await readForm(c);
    const attempt: Attempt = {
      email: form.text("email") ?? "",
      purpose: purposeOf(form.text("purpose")),
      next: form.text("next"),
      wait: 0,
    };
    return await verify(c, attempt, (form.text("code") ?? "").replace(/\s/g, ""));
  });

async function verify(c: Context<Env>, attempt: Attempt, code: string): Promise<Response> {
  const { email, purpose, next } = attempt;
  const deps = c.get("deps");
  try {
    const label = browserName(c.req.header("user-agent") ?? "");
    const given = { email, purpose, code, label };
    const session = await tryCode(
      c,
      () => perform(deps, anonymous(c, "web"), verifyCodeInBrowser, given),
    );
    writeSessionCookie(c, session.token);
    return c.redirect(session.isNew ? onboardingPath : safePath(next, workspacePath), 303);
  } catch (error) {
    return codePage(c, attempt, refusalOf(error, ["code"]));
  }
}

function codePage(c: Context<Env>, attempt: Attempt, refused?: Refusal) {
  return html(
    c,
    <VerifyPage
      {...attempt}
      frame={frameFor(c, null)}
      errors={refused?.errors ?? {}}
      refusal={refused?.refusal}
      delivers={c.get("deps").mailer.delivers}
    />,
    refused?.status,
  );
}

function purposeOf(word: string | undefined): Attempt["purpose"] {
  return word === "signup" ? "signup" : "signin";
}

/** What the list of sessions will call this browser. */
function browserName(userAgent: string): string {
  const name = /\b(Firefox|Edg|OPR|Chrome|Safari)\b/.exec(userAgent)?.[1];
  return { Edg: "Edge", OPR: "Opera" }[name ?? ""] ?? name ?? "Browser";
}
