import { ask, workspaceOf } from "../client.ts";
import { argument, command, optionalArgument } from "../command.ts";
import { badValue } from "../failure.ts";
import type { Outgoing } from "../http.ts";
import { forPrograms, writeText } from "../output.ts";
import { readInput } from "../prompt.ts";
import { resolveSettings, type Settings } from "../settings.ts";

const methods = ["GET", "POST", "PATCH", "PUT", "DELETE"] as const;

function methodOf(given: string): Outgoing["method"] {
  const found = methods.find((one) => one === given.toUpperCase());
  if (!found) throw badValue("A method is GET, POST, PATCH, PUT or DELETE; give one of these.");
  return found;
}

/** The path as it is sent, with the workspace in use where `{workspaceId}` stands. */
async function pathOf(given: string, settings: Settings): Promise<string> {
  if (!/^\/[A-Za-z0-9\/_.~%?&=:@!$'()*+,;{}-]*$/.test(given)) {
    throw badValue("A path begins with a slash, such as /me, and has what else a URL has as %20.");
  }
  if (!given.includes("{workspaceId}")) return given;
  return given.replaceAll("{workspaceId}", encodeURIComponent(await workspaceOf(settings)));
}

async function bodyOf(given: string | undefined): Promise<Outgoing["body"]> {
  if (given === undefined) return undefined;
  try {
    const body = JSON.parse(given === "-" ? await readInput() : given);
    if (typeof body === "object" && body !== null && !Array.isArray(body)) return body;
  } catch {
    // Said below, as for JSON that is no object.
  }
  throw badValue('A body is a JSON object: \'{"title": "Mend the gate"}\'; give one.');
}

export const commands = [
  command({
    path: "api",
    summary: "Ask the API, as whoever is signed in, and print what it answers",
    args: {
      method: argument("GET, POST, PATCH, PUT or DELETE", methods),
      path: argument("What stands after /api/v1; {workspaceId} is the workspace in use"),
      json: optionalArgument("A JSON object; - reads it from standard input"),
    },
    examples: [
      "backlog api GET /me",
      "backlog api GET '/workspaces/{workspaceId}/tasks?status=planned&limit=5'",
      "backlog api POST '/workspaces/{workspaceId}/labels' '{\"name\": \"Bug\"}'",
    ],
    async run({ args, globals }) {
      const method = methodOf(args.method);
      const body = await bodyOf(args.json);
      if (body && method === "GET") throw badValue("A GET takes no body; put it into the path.");
      const settings = resolveSettings(globals);
      const path = await pathOf(args.path, settings);
      const answer = await ask(settings, { method, path, ...(body && { body }) });
      writeText(forPrograms(globals, answer));
    },
  }),
];
