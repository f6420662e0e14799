import type { Handler } from "hono";
import { NotFound } from "../domain/core/errors.ts";
import { perform } from "../domain/core/operation.ts";
import { unsubscribe } from "../domain/preferences/unsubscribe.ts";
import { anonymous } from "./actor.ts";
import { readText } from "./body.ts";
import { networkOf } from "./client.ts";
import type { Env } from "./env.ts";
import { BadRequest } from "./errors.ts";

/** What a mail program sends, as either kind of form. RFC 8058, 3.1 */
const ONE_CLICK = /List-Unsubscribe("?\r?\n\r?\n|=)One-Click/i;

/**
 * Stops the mails that a mail's header is about, as a program does for its reader: without a page and a session, and so
 * from no site of ours. All else goes on to the page's own form.
 */
export const oneClickUnsubscribe: Handler<Env> = async (c, next) => {
  if (c.req.query("by") !== "mail") return await next();
  const { limits, clock } = c.get("deps");
  const network = networkOf(c.get("address"));
  limits.refused.hold(network, clock());
  if (!ONE_CLICK.test(await readText(c))) {
    throw new BadRequest(400, "not_one_click", "Send List-Unsubscribe=One-Click as a form.");
  }
  try {
    const { token = "", kind } = c.req.query();
    await perform(c.get("deps"), anonymous(c, "web"), unsubscribe, { token, kind });
  } catch (error) {
    if (error instanceof NotFound) limits.refused.count(network, clock());
    throw error;
  }
  return c.text("You are unsubscribed from these emails.\n");
};
