import type { Context } from "hono";
import type { Member } from "../domain/core/actor.ts";
import { DomainError, Unauthenticated } from "../domain/core/errors.ts";
import { parseJson } from "../domain/core/json.ts";
import { perform } from "../domain/core/operation.ts";
import { LARGEST_PAGE } from "../domain/core/page_size.ts";
import { authenticateBearer } from "../domain/authentication/bearer.ts";
import { listActivity, START } from "../domain/workspaces/activity.ts";
import { bearerToken, doorOf } from "../http/actor.ts";
import type { Deps, Env } from "../http/env.ts";

/** The topics of what is in the history of tasks and projects, and what says that anything may have changed. */
const concerns = /^(task|project):|^(tasks|projects|\*)$/;

/**
 * Tells entries of history as they come to who bears a token: the live feed says when there is something, the list of
 * history says what, as the holder may see it by then.
 * @param asked what the list takes: `teamId`, `after`; `Last-Event-ID` beats that
 * @throws what the list throws, and `LiveFeed.open`
 */
export async function streamActivity(
  c: Context<Env>,
  member: Member,
  { after, ...asked }: Record<string, unknown>,
): Promise<Response> {
  const deps = c.get("deps");
  const again = listenerOf(c, deps, member);
  const reader = new HistoryReader(deps, asked, c.req.header("last-event-id") ?? after);
  const body = await deps.live.open(
    { member, expiresAt: undefined, tab: undefined, again },
    undefined,
  );
  try {
    // Once the feed is heard: what comes from now on is told by that
    const first = await reader.begin(member);
    const told = body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        start: (controller) => controller.enqueue(encoder.encode(first)),
        async transform(chunk, controller) {
          const said = decoder.decode(chunk);
          try {
            const text = await textFor(said, again, reader);
            if (text) controller.enqueue(encoder.encode(text));
          } catch (error) {
            if (error instanceof Unauthenticated) controller.enqueue(encoder.encode(ended));
            if (!(error instanceof DomainError)) deps.logError(error);
            controller.terminate();
          }
        },
      }),
    );
    return c.body(told as ReadableStream, 200, {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
      "vary": "Accept, Authorization, X-Backlog-Agent",
      // What stands before this server passes each piece on as it comes
      "x-accel-buffering": "no",
    });
  } catch (error) {
    await body.cancel();
    throw error;
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const ended = "event: ended\ndata: {}\n\n";

/** Finds out who listens by now. Whoever may not act any more hears nothing more, whatever the reason. */
function listenerOf(c: Context<Env>, deps: Deps, member: Member) {
  const bearer = {
    token: bearerToken(c)!,
    agentId: c.req.header("x-backlog-agent"),
    unnoticed: true,
  };
  return async () => {
    try {
      return await authenticateBearer(deps, bearer, doorOf(c), member.workspace.id);
    } catch (error) {
      throw error instanceof DomainError ? new Unauthenticated() : error;
    }
  };
}

/** What a piece of the feed is to this listener. */
async function textFor(
  said: string,
  again: ReturnType<typeof listenerOf>,
  reader: HistoryReader,
): Promise<string> {
  const [, event] = /^event: (\w+)$/m.exec(said) ?? [];
  if (event === "beat") return ": beat\n\n";
  if (event === "here") return "";
  if (event !== undefined) return said;
  const { topics } = JSON.parse(/^data: (.*)$/m.exec(said)![1]!) as { topics: string[] };
  if (!topics.some((topic) => concerns.test(topic))) return "";
  const { member } = await again();
  return member ? await reader.read(member) : "";
}

/** Reads history on from where it was read to. */
class HistoryReader {
  #at: string | undefined;

  constructor(
    private readonly deps: Deps,
    private readonly asked: Record<string, unknown>,
    after: unknown,
  ) {
    this.#at = after === undefined ? undefined : String(after);
  }

  /** What a stream begins with: where it is, so that it is gone on from there, and what came since. */
  async begin(member: Member): Promise<string> {
    if (this.#at === undefined) {
      const { records } = await perform(this.deps, member, listActivity, {
        ...this.asked,
        limit: 1,
      });
      this.#at = parseJson(records)[0]?.id ?? START;
    }
    const from = this.#at;
    return `retry: 2000\nid: ${from}\nevent: open\ndata: {}\n\n${await this.read(member)}`;
  }

  /** What came since, each entry as an event. */
  async read(member: Member): Promise<string> {
    let text = "";
    for (let more = true; more;) {
      const page = await perform(this.deps, member, listActivity, {
        ...this.asked,
        after: this.#at,
        limit: LARGEST_PAGE,
      });
      for (const entry of parseJson(page.records)) {
        text += `id: ${entry.id}\ndata: ${JSON.stringify(entry)}\n\n`;
        this.#at = entry.id;
      }
      more = page.nextCursor !== null;
    }
    return text;
  }
}
