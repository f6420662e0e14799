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
  if (!found) throw badValue("Use GET, POST, PATCH, PUT, or DELETE as the method.");
  return found;
}

/** Returns the path with the workspace in use for `{workspaceId}`. */
async function pathOf(given: string, settings: Settings): Promise<string> {
  if (!/^\/[A-Za-z0-9\/_.~%?&=:@!$'()*+,;{}-]*$/.test(given)) {
    throw badValue(
      "Use a path that starts with a slash, such as /me, and encode special characters, such as %20.",
    );
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
    // Reported below, like JSON that isn't an object
  }
  throw badValue('Use a JSON object as the body, such as \'{"title": "Mend the gate"}\'.');
}

export const commands = [
  command({
    path: "api",
    summary: "Make an authenticated API request",
    args: {
      method: argument("HTTP method: GET, POST, PATCH, PUT, or DELETE", methods),
      path: argument("Path after /api/v1; {workspaceId} is the current workspace"),
      json: optionalArgument("Request body, a JSON object; - reads standard input"),
    },
    examples: [
      "backlog api GET /me",
      "backlog api GET '/workspaces/{workspaceId}/tasks?status=planned&limit=5'",
      "backlog api POST '/workspaces/{workspaceId}/labels' '{\"name\": \"Security\"}'",
    ],
    async run({ args, globals }) {
      const method = methodOf(args.method);
      const body = await bodyOf(args.json);
      if (body && method === "GET") {
        throw badValue("A GET request can't have a body. Put the values in the query string.");
      }
      const settings = resolveSettings(globals);
      const path = await pathOf(args.path, settings);
      const answer = await ask(settings, { method, path, ...(body && { body }) });
      writeText(forPrograms(globals, answer));
    },
  }),
];
