import type { Context } from "hono";
import { discardUnsentComment } from "../../domain/comments/unsent/discard.ts";
import { keepUnsentComment } from "../../domain/comments/unsent/keep.ts";
import { findUnsentComment } from "../../domain/comments/unsent/read.ts";
import { Conflict, Stale } from "../../domain/core/errors.ts";
import { parseJson } from "../../domain/core/json.ts";
import { perform } from "../../domain/core/operation.ts";
import type { Env } from "../../http/env.ts";
import { readForm } from "../../http/form.ts";
import { orElse } from "../or_else.ts";
import { required } from "../visit.ts";

/**
 * Keeps what stands in the field of a new comment, as its page sends it by itself; no text is nothing to keep. Answers
 * with the version that is kept, 0 for none; where another text was kept meanwhile, which stays, with that text too.
 * @throws Conflict where somebody else is signed in by now than who had the page and wrote there; what
 *   `keepUnsentComment`, `discardUnsentComment` and `readForm` throw, but Stale
 */
export async function keepUnsent(c: Context<Env>): Promise<Response> {
  const fields = await readForm(c);
  const [deps, member] = [c.get("deps"), required(c.get("member") ?? null)];
  if (c.req.query("by") !== member.profile.id) {
    throw new Conflict("Somebody else has signed in here since.", { code: "other_viewer" });
  }
  const taskId = c.req.param("taskId");
  const body = fields.get("body") ?? "";
  const keep = async (version: number) => {
    if (body === "") {
      await perform(deps, member, discardUnsentComment, { taskId, version });
      return { version: 0 };
    }
    const kept = await perform(deps, member, keepUnsentComment, { taskId, version, body });
    return { version: kept.version };
  };
  try {
    return c.json(await keep(Number(fields.get("version") ?? 0)));
  } catch (error) {
    if (!(error instanceof Stale)) throw error;
    const found = await orElse(perform(deps, member, findUnsentComment, { taskId }), null);
    if (!found) return c.json(await keep(0));
    const { version, body } = parseJson(found.json);
    return c.json({ version, body });
  }
}
