import type { Context } from "hono";
import { z } from "zod";
import { OthersHere } from "../../../views/tasks/presence.tsx";
import { NotFound } from "../../domain/core/errors.ts";
import { parseInput, perform } from "../../domain/core/operation.ts";
import { type Place, writables } from "../../domain/live/presence.ts";
import { findTaskId } from "../../domain/tasks/find_id.ts";
import type { Member } from "../../domain/core/actor.ts";
import type { Deps, Env } from "../../http/env.ts";
import { readForm } from "../../http/form.ts";
import { html } from "../../http/html.ts";
import { requireSameViewer } from "../same_viewer.ts";
import { required } from "../visit.ts";

const Said = z.strictObject({
  tab: z.string().regex(/^[a-z0-9]{1,40}$/),
  writing: z.enum(writables).nullable(),
  left: z.boolean(),
});

/**
 * Records that a tab shows a task and which texts are being edited, or that it left. Responds with the other viewers as
 * HTML, or with nothing if there are none or the task is hidden.
 * @throws TooMany for a session with too many reports; Invalid; errors of `requireSameViewer` and `readForm`
 */
export async function reportPresence(c: Context<Env>): Promise<Response> {
  const [deps, member] = [c.get("deps"), required(c.get("member") ?? null)];
  deps.limits.presence.count(member.credential.id, deps.clock());
  const fields = await readForm(c);
  const { left, ...said } = parseInput(Said, {
    tab: fields.get("tab"),
    writing: fields.get("writing") || null,
    left: fields.has("left"),
  });
  const { presence } = deps.live;
  // Leaving needs no check, because another tab might have switched the workspace since
  if (!left) requireSameViewer(c, member);
  const taskId = left ? null : await seenTask(deps, member, c.req.param("taskId") ?? "");
  if (taskId === null) {
    presence.leave(member, said.tab);
    return c.body(null, 204);
  }
  presence.enter(member, { ...said, taskId } satisfies Place);
  const others = presence.othersAt(taskId, member.profile.id);
  if (others.length === 0) return c.body(null, 204);
  return await html(c, <OthersHere people={others} />);
}

/** Returns the ID of a task, or `null` if it is hidden or missing. */
async function seenTask(deps: Deps, member: Member, taskId: string): Promise<string | null> {
  try {
    return await perform(deps, member, findTaskId, { taskId });
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
