import type { Context } from "hono";
import { alreadySent } from "../../domain/comments/unsent/already_sent.ts";
import { discardUnsentComment } from "../../domain/comments/unsent/discard.ts";
import { keepUnsentComment } from "../../domain/comments/unsent/keep.ts";
import { KEPT_MS } from "../../domain/comments/unsent/limits.ts";
import { findUnsentComment } from "../../domain/comments/unsent/read.ts";
import { Conflict, Stale } from "../../domain/core/errors.ts";
import { parseJson } from "../../domain/core/json.ts";
import { perform } from "../../domain/core/operation.ts";
import type { Env } from "../../http/env.ts";
import { readForm } from "../../http/form.ts";
import { requireSameViewer } from "../same_viewer.ts";
import { foundOrDefault } from "../found_or_default.ts";
import { required } from "../visit.ts";

/**
 * Saves the text of a new comment, which pages send automatically. Empty text discards the draft. Returns the saved
 * version, or 0 for none. If another text was saved in the meantime, that text stays, and the response includes it. A page
 * that got no response sends `age`, the milliseconds since its text was typed. If the draft has been continued and posted
 * since, the response has no text.
 * @throws the errors of `requireSameViewer`, `readForm`, `keepUnsentComment`, and `discardUnsentComment`, except Stale
 *   and the conflict of a posted comment
 */
export async function keepUnsent(c: Context<Env>): Promise<Response> {
  const [deps, member] = [c.get("deps"), required(c.get("member") ?? null)];
  requireSameViewer(c, member);
  const fields = await readForm(c);
  const taskId = c.req.param("taskId");
  const body = fields.get("body") ?? "";
  const age = Math.min(Math.max(Number(fields.get("age") ?? 0), 0), KEPT_MS);
  const keep = async (version: number) => {
    if (body === "") {
      await perform(deps, member, discardUnsentComment, { taskId, version });
      return { version: 0 };
    }
    const kept = await perform(deps, member, keepUnsentComment, { taskId, version, body, age });
    return { version: kept.version };
  };
  const other = async () => {
    const kept = await foundOrDefault(perform(deps, member, findUnsentComment, { taskId }), null);
    if (!kept) return await keep(0);
    const { version, body } = parseJson(kept.json);
    return { version, body };
  };
  try {
    return c.json(await keep(Number(fields.get("version") ?? 0)));
  } catch (error) {
    if (error instanceof Stale) return c.json(await other());
    if (error instanceof Conflict && error.code === alreadySent) {
      return c.json({ version: 0, body: "" });
    }
    throw error;
  }
}
