import type { Principal } from "./actor.ts";
import { Forbidden } from "./errors.ts";

/** @throws Forbidden unless the actor is signed in as themselves, not with a token made for something else */
export function requireSession(actor: Principal): void {
  if (actor.kind === "human" && actor.credential.kind === "session") return;
  throw new Forbidden("This needs a signed-in session.", {
    code: "session_required",
    hint: actor.door === "cli"
      ? 'Sign in with the command "auth wizard", and leave --token and BACKLOG_TOKEN out.'
      : "Sign in with a code and use that session's token.",
  });
}
