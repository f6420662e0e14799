import { temporaryFolder } from "../../support/folder.ts";
import { type Line, type Outcome, runLine, type RunOptions } from "./lines.ts";
import { startServer, type TestServer } from "./server.ts";

/** A file of a profile: its permissions in octal, and its content. */
export interface KeptFile {
  mode: string;
  text: string;
}

/** A command line with its own home folder and server. */
export interface World extends AsyncDisposable {
  line: Line;
  server: TestServer;
  home: string;
  run(args: string[], options?: RunOptions): Promise<Outcome>;
  /** The files that the command line stores, by path below the home folder. Folders end with a slash. */
  kept(): Record<string, KeptFile>;
  /** Removes what differs between worlds from a text: ports, IDs, tokens, and the program's name. */
  alike(text: string): string;
}

export async function makeWorld(line: Line, path = ""): Promise<World> {
  const server = await startServer(path);
  const folder = await temporaryFolder();
  const home = folder.path;
  const kept = () => Object.fromEntries(keptUnder(home, ""));
  return {
    line,
    server,
    home,
    run: (args, { env, stdin } = {}) =>
      runLine(line, home, args, {
        env: { BACKLOG_BASE_URL: server.url, ...env },
        ...(stdin === undefined ? {} : { stdin }),
      }),
    kept,
    alike: (text) =>
      text.replaceAll(server.url, "http://server").replaceAll(home, "~")
        .replaceAll("backlog.sh", "backlog")
        .replace(/(nextCursor\\*": \\*")[A-Za-z0-9_-]+/g, "$1…")
        .replace(/\b(blg_[a-z]+_)[A-Za-z0-9_-]{20,}/g, "$1…")
        .replace(/\b([a-z]+_)[0-9a-z]{26}\b/g, "$1…"),
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

function* keptUnder(root: string, under: string): Generator<[string, KeptFile]> {
  const entries = [...Deno.readDirSync(`${root}/${under}`)];
  for (const entry of entries.sort((a, b) => a.name < b.name ? -1 : 1)) {
    const name = `${under}${entry.name}`;
    const mode = ((Deno.statSync(`${root}/${name}`).mode ?? 0) & 0o777).toString(8);
    if (entry.isDirectory) {
      yield [`${name}/`, { mode, text: "" }];
      yield* keptUnder(root, `${name}/`);
    } else yield [name, { mode, text: Deno.readTextFileSync(`${root}/${name}`) }];
  }
}

/** Signs up a new person through the command line. */
export async function signUp(world: World, email = "ada@example.com", name = "Ada") {
  await world.run(["auth", "request-otp", email, "signup"]);
  const code = world.server.codeFor(email);
  return await world.run([
    "auth",
    "verify-otp",
    email,
    code,
    "--purpose",
    "signup",
    "--name",
    name,
  ]);
}

/** Returns the secrets stored in the default profile. */
export function secretsOf(world: World): Record<string, string> {
  return JSON.parse(world.kept()["backlog/profiles/default/secrets.json"]?.text ?? "{}");
}

/** Creates a workspace with a first team through the API, like onboarding in the browser. */
export async function makeWorkspace(
  world: World,
): Promise<{ workspaceId: string; teamId: string }> {
  const response = await fetch(`${world.server.url}/api/v1/workspaces`, {
    method: "POST",
    headers: {
      "authorization": `Bearer ${secretsOf(world).token}`,
      "content-type": "application/json",
    },
    body: JSON.stringify({ name: "Analytical", teamName: "Engines", teamKey: "ENG" }),
  });
  const { workspace, team } = await response.json();
  return { workspaceId: workspace.id, teamId: team.id };
}
