import type { Context } from "hono";
import { Invalid } from "../domain/core/errors.ts";
import type { Env } from "../http/env.ts";
import { sendFlashMessage } from "./flash_message.ts";

/** The URL parameters of pages that hold a cursor. */
const cursors = ["cursor", "commentsBefore", "historyBefore"];

/** Returns whether an error has no other reason than an invalid cursor. */
export function isStaleCursor(error: unknown): boolean {
  return error instanceof Invalid && error.errors.every(({ path }) => path[0] === "cursor");
}

/**
 * Redirects a page whose URL has an invalid cursor to the start of its list, with a message.
 * @returns null if the error has another reason
 */
export async function redirectToStart(c: Context<Env>, error: unknown): Promise<Response | null> {
  if (!isStaleCursor(error)) return null;
  const url = new URL(c.req.url);
  if (!cursors.some((name) => url.searchParams.has(name))) return null;
  for (const name of cursors) url.searchParams.delete(name);
  await sendFlashMessage(
    c,
    { text: "This link is out of date. The first page is shown instead." },
    c.req.path,
  );
  return c.redirect(url.pathname + url.search, 303);
}
