import { version } from "../../cli/version.ts";
import type { Values } from "../../server/docs/write.ts";
import type { AppOptions, TestApp } from "../support/app.ts";
import { temporaryFolder } from "../support/folder.ts";
import { inside, makeMachine, standIns } from "./machine.ts";

const metricsToken = "a-token-for-examples";

/** An example of a page: a `bash` block, with the `output` block that follows it. */
export interface Example {
  code: string;
  /** Whether the block is marked `bash fails`. */
  fails: boolean;
  output: string | undefined;
}

/** Returns a page's examples, and the commands in its comments `<!-- run … -->`, which readers don't see. */
export function examplesIn(text: string): Example[] {
  const found = text.matchAll(
    /^( *)(?:<!-- run\n([^]*?)\n *-->|```bash( fails)?\n([^]*?)\n *```(?:\s*\n *```output\n([^]*?)\n *```)?)/gm,
  );
  return [...found].map(([, indent = "", hidden, fails, shown = "", output]) => {
    const outside = (text: string) => text.replaceAll(`\n${indent}`, "\n").slice(indent.length);
    return {
      code: outside(hidden ?? shown),
      fails: fails !== undefined,
      output: output === undefined ? undefined : outside(output),
    };
  });
}

/** How an example ended. */
interface Outcome {
  status: number;
  stdout: string;
  stderr: string;
}

/** A server for examples, and the reader's values. */
interface Start {
  make(options: AppOptions): Promise<TestApp>;
  values: Pick<Values, "workspaceId" | "email"> & { token: string };
}

/**
 * Runs examples in one shell, in a folder with `backlog.sh`. `$BACKLOG_TOKEN` is the reader's token, and `code ADDRESS`
 * prints the newest code sent to an address. The program `backlog` works on a copy of the server's database.
 * On a page with `backlog`, output includes errors and remarks, as in a terminal.
 */
export async function runExamples(
  examples: readonly Example[],
  { make, values: { token, ...own } }: Start,
): Promise<Outcome[]> {
  await using app = await make({ version, metricsToken });
  await using folder = await temporaryFolder();
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, (request) => {
    app.world.clock.advance({ seconds: 1 });
    const [, email] = /\/code-for\/(.+)$/.exec(request.url) ?? [];
    return email
      ? new Response(app.world.mailer.codeFor(decodeURIComponent(email)))
      : app.app.fetch(request);
  });
  try {
    const origin = `http://127.0.0.1:${server.addr.port}`;
    app.world.services.settings.origin = origin;
    const script = await (await fetch(`${origin}/backlog.sh`)).text();
    await Deno.writeTextFile(`${folder.path}/backlog.sh`, script, { mode: 0o755 });
    const values: Values = {
      operator: "",
      origin,
      version,
      teamId: "ENG",
      taskId: "ENG-1",
      projectId: "Gatehouse",
      ...own,
    };
    const usesProgram = examples.some(({ code }) => /\bbacklog(-new)? /.test(code));
    if (usesProgram) await makeMachine(folder.path, app.world);
    const lines = examples.map(({ code }, at) =>
      `failed=0
{\n${inside(folder.path, fillIn(code, values))}\n} >${at}.out 2>${
        usesProgram ? "&1" : `${at}.err`
      } </dev/null; echo $(($? | failed)) >${at}.status`
    );
    // The status of a block is that of its last command, so the trap sees the others
    const helper = `trap 'failed=1' ERR; code() { curl --silent "${origin}/code-for/$1"; }`;
    const { success, stderr } = await new Deno.Command("bash", {
      args: ["-c", [helper, standIns, ...lines].join("\n")],
      cwd: folder.path,
      clearEnv: true,
      env: {
        PATH: `${folder.path}/usr/local/bin:${Deno.env.get("PATH")}`,
        HOME: folder.path,
        BACKLOG_TOKEN: token,
        BACKLOG_METRICS_TOKEN: metricsToken,
        BACKLOG_ORIGIN: origin,
        BACKLOG_DATABASE_URL: `file:${folder.path}/var/lib/backlog/backlog.db`,
      },
      stdout: "null",
      stderr: "piped",
    }).output();
    if (!success) throw new Error(new TextDecoder().decode(stderr));
    const read = async (name: string) =>
      (await Deno.readTextFile(`${folder.path}/${name}`)).replaceAll(folder.path, "");
    return await Promise.all(examples.map(async (_example, at) => ({
      status: Number(await read(`${at}.status`)),
      stdout: await read(`${at}.out`),
      stderr: usesProgram ? "" : await read(`${at}.err`),
    })));
  } finally {
    await server.shutdown();
  }
}

function fillIn(text: string, values: Values): string {
  return text.replace(/\{\{(\w+)\}\}/g, (all, name: string) => values[name as keyof Values] ?? all);
}

/** Returns whether output is as shown, except for values that differ from run to run. `…` stands for any text, also of several lines. */
export function alike(shown: string, received: string): boolean {
  const pattern = normal(shown).split("…")
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("[^]*");
  return new RegExp(`^${pattern}$`).test(normal(received));
}

/** Replaces values that differ from run to run. */
function normal(text: string): string {
  return text.trim()
    .replace(/\{\{\w+\}\}/g, "…")
    .replace(/\bblg_([a-z]+)_[\w-]{20,}/g, "blg_$1_")
    .replace(/\b([a-z]+)_0[0-9a-z]{20,}\b/g, "$1_")
    .replace(/\d{4}-?\d\d-?\d\dT[\d:.]+Z/g, "TIME")
    .replace(/\b[\d.]+ ([kMG]B|m?s)\b/g, "SIZE $1")
    .replace(/\d+ workspaces?, \d+ (people|person), \d+ tasks?, schema version \d+/g, "CONTENTS")
    .replace(/^\d{6}$/gm, "CODE");
}
