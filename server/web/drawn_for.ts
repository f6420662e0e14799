import type { Context } from "hono";
import type { Member } from "../domain/core/actor.ts";
import { Conflict } from "../domain/core/errors.ts";
import type { Env } from "../http/env.ts";

/**
 * Holds what a page sends to whom it was drawn for, which its scripts say by `Backlog-Profile`: in another workspace a
 * reference names another task, and what somebody typed is nobody else's.
 * @throws Conflict where the page was somebody else's, or of another workspace
 */
export function requireDrawnFor(c: Context<Env>, member: Member | null): void {
  const drawnFor = c.req.header("backlog-profile");
  if (drawnFor === undefined || member === null || drawnFor === member.profile.id) return;
  throw new Conflict("This page is of another workspace, or another person, than is open now.", {
    code: "other_viewer",
    hint: "Nothing was changed. Reload it, or go back to where it was.",
  });
}
