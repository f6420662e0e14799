import type { Context } from "hono";
import { listComments } from "../../domain/comments/list.ts";
import type { Comment } from "../../domain/comments/schema.ts";
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
 * with the version that is kept, 0 for none; where another text was kept meanwhile, which stays, with that text too. A
 * page that has sent a text before and heard no answer says by `age` how many milliseconds ago it was typed: what is kept
 * no longer, and was gone on with and sent since, isn't kept again, and no text is answered.
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
  const found = () => orElse(perform(deps, member, findUnsentComment, { taskId }), null);
  const age = Number(fields.get("age") ?? 0);
  if (age > 0 && body !== "" && !await found()) {
    const list = perform(deps, member, listComments, { taskId, sort: "-createdAt" });
    const comments: Comment[] = parseJson((await list).records);
    const since = new Date(deps.clock().getTime() - age).toISOString();
    const sent = comments.some(({ author, createdAt, body: said }) =>
      author.id === member.profile.id && createdAt > since && said.startsWith(body.trim())
    );
    if (sent) return c.json({ version: 0, body: "" });
  }
  try {
    return c.json(await keep(Number(fields.get("version") ?? 0)));
  } catch (error) {
    if (!(error instanceof Stale)) throw error;
    const other = await found();
    if (!other) return c.json(await keep(0));
    const { version, body } = parseJson(other.json);
    return c.json({ version, body });
  }
}
