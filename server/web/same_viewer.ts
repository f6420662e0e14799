import type { Context } from "hono";
import type { Member } from "../domain/core/actor.ts";
import { Conflict } from "../domain/core/errors.ts";
import type { Env } from "../http/env.ts";

/** Whether a page that asks was drawn for who is asking now; one that doesn't say is taken for theirs. */
export function isSameViewer(c: Context<Env>, { profile }: Member): boolean {
  return (c.req.header("backlog-profile") ?? profile.id) === profile.id;
}

/**
 * Holds what a page sends to whom it was drawn for, which its scripts say by `Backlog-Profile`: in another workspace a
 * reference names another task, and what somebody typed is nobody else's.
 * @throws Conflict where the page was somebody else's, or of another workspace
 */
export function requireSameViewer(c: Context<Env>, member: Member | null): void {
  if (member === null || isSameViewer(c, member)) return;
  throw new Conflict("This page is of another workspace, or another person, than is open now.", {
    code: "other_viewer",
    hint: "Nothing was changed. Reload it, or go back to where it was.",
  });
}
