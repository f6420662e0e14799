import type { TestApp } from "./app.ts";
import { browserCookie } from "./browser_session.ts";
import type { Person } from "./cast.ts";
import type { listen } from "./listening.ts";
import { testOrigin } from "./world.ts";

/** Opens a browser whose tabs report which task they show. */
export async function browse(app: TestApp, person: Person) {
  const cookie = await browserCookie(app.world, person.email);
  const say = async (
    taskId: string,
    fields: Record<string, string> = {},
    headers: Record<string, string> = {},
  ) => {
    const answer = await app.app.request(`/workspace/tasks/${taskId}/here`, {
      method: "POST",
      headers: {
        cookie,
        origin: testOrigin,
        "content-type": "application/x-www-form-urlencoded",
        "backlog-live": "here",
        ...headers,
      },
      body: String(new URLSearchParams({ tab: "one", writing: "", ...fields })),
    });
    const html = await answer.text();
    return {
      status: answer.status,
      html,
      text: html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " "),
    };
  };
  return { cookie, say };
}

/** Returns the tasks of the presence events on a stream. */
export const presenceEvents = async (stream: Awaited<ReturnType<typeof listen>>) =>
  (await stream.heard()).filter(({ event }) => event === "here")
    .map(({ data }) => (data as { here?: string }).here);
