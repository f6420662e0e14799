import { type Context, Hono } from "hono";
import { RequestCodePage } from "../../views/auth/request.tsx";
import {
  landingPath,
  onboardingPath,
  signInPath,
  signOutPath,
  signUpPath,
  verifyFor,
  workspacePath,
} from "../../views/paths.ts";
import { TooMany } from "../domain/core/errors.ts";
import { perform } from "../domain/core/operation.ts";
import { requestCode } from "../domain/sessions/request.ts";
import { signOut } from "../domain/sessions/revoke.ts";
import { anonymous, browserSession } from "../http/actor.ts";
import { countSignIn } from "../http/client.ts";
import type { Env } from "../http/env.ts";
import { readForm } from "../http/form.ts";
import { frameFor, html } from "../http/html.ts";
import { safePath } from "../http/htmx.ts";
import { clearSessionCookie } from "../http/session.ts";
import { type Refusal, refusalOf } from "./field_errors.ts";

type Purpose = "signin" | "signup";

/** Seconds until another code may be asked for, after one was. `RULES.md`, Signing in */
const COOLDOWN_SECONDS = 60;

/** Signing in and up, first half, and signing out. */
export const authWeb = new Hono<Env>()
  .get(signInPath, (c) => askForEmail(c, "signin"))
  .get(signUpPath, (c) => askForEmail(c, "signup"))
  .post(signInPath, (c) => sendCode(c, "signin"))
  .post(signUpPath, (c) => sendCode(c, "signup"))
  .post(signOutPath, async (c) => {
    const session = await browserSession(c);
    if (session) await perform(c.get("deps"), session.principal, signOut, {});
    clearSessionCookie(c);
    return c.redirect(landingPath, 303);
  });

async function askForEmail(c: Context<Env>, purpose: Purpose): Promise<Response> {
  const next = c.req.query("next");
  const session = await browserSession(c);
  if (session) {
    return c.redirect(session.member ? safePath(next, workspacePath) : onboardingPath, 303);
  }
  return emailPage(c, purpose, "", next);
}

async function sendCode(c: Context<Env>, purpose: Purpose): Promise<Response> {
  countSignIn(c);
  const form = await readForm(c);
  const email = form.text("email") ?? "";
  const next = form.text("next");
  const deps = c.get("deps");
  try {
    await perform(deps, anonymous(c, "web"), requestCode, { email, purpose });
  } catch (error) {
    if (error instanceof TooMany && error.code === "code_cooldown") {
      return c.redirect(verifyFor(email, purpose, error.retryAfter, next), 303);
    }
    return emailPage(c, purpose, email, next, refusalOf(error, ["email"]));
  }
  return c.redirect(verifyFor(email, purpose, COOLDOWN_SECONDS, next), 303);
}

function emailPage(
  c: Context<Env>,
  purpose: Purpose,
  email: string,
  next: string | undefined,
  refused?: Refusal,
) {
  return html(
    c,
    <RequestCodePage
      frame={frameFor(c, null)}
      purpose={purpose}
      email={email}
      next={next}
      errors={refused?.errors ?? {}}
      refusal={refused?.refusal}
    />,
    refused?.status,
  );
}
