import type { Handler } from "hono";
import { NotFound } from "../domain/core/errors.ts";
import { perform } from "../domain/core/operation.ts";
import { unsubscribe } from "../domain/preferences/unsubscribe.ts";
import { anonymous } from "./actor.ts";
import { readText } from "./body.ts";
import { networkOf } from "./client.ts";
import type { Env } from "./env.ts";
import { BadRequest } from "./errors.ts";

/** The request of an email program, in either form encoding. RFC 8058, 3.1 */
const ONE_CLICK = /List-Unsubscribe("?\r?\n\r?\n|=)One-Click/i;

/**
 * Unsubscribes from the emails that an email's header names, as email programs do for their users: without a page or
 * session, and therefore without an origin of ours. Other requests go to the page's form.
 */
export const oneClickUnsubscribe: Handler<Env> = async (c, next) => {
  if (c.req.query("by") !== "mail") return await next();
  const { limits, clock } = c.get("deps");
  const network = networkOf(c.get("address"));
  limits.refused.hold(network, clock());
  if (!ONE_CLICK.test(await readText(c))) {
    throw new BadRequest(400, "not_one_click", "Send List-Unsubscribe=One-Click as form data.");
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
