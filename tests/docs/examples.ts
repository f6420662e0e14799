import type { Values } from "../../server/docs/write.ts";
import type { TestApp } from "../support/app.ts";
import { temporaryFolder } from "../support/folder.ts";

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
    /^<!-- run\n([^]*?)\n-->|^( *)```bash( fails)?\n([^]*?)\n *```(?:\s*\n *```output\n([^]*?)\n *```)?/gm,
  );
  return [...found].map(([, hidden, indent = "", fails, shown = "", output]) => {
    const outside = (text: string) => text.replaceAll(`\n${indent}`, "\n").slice(indent.length);
    return {
      code: hidden ?? outside(shown),
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
  make(): Promise<TestApp>;
  values: Pick<Values, "workspaceId" | "email"> & { token: string };
}

/**
 * Runs examples in one shell, in a folder with `backlog.sh`. `$BACKLOG_TOKEN` is the reader's token, and `code ADDRESS`
 * prints the newest code sent to an address.
 */
export async function runExamples(
  examples: readonly Example[],
  { make, values: { token, ...own } }: Start,
): Promise<Outcome[]> {
  await using app = await make();
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
      version: "0.0.0-test",
      teamId: "ENG",
      taskId: "ENG-1",
      projectId: "Gatehouse",
      ...own,
    };
    const lines = examples.map(({ code }, at) =>
      `{\n${fillIn(code, values)}\n} >${at}.out 2>${at}.err </dev/null; echo $? >${at}.status`
    );
    const helper = `code() { curl --silent "${origin}/code-for/$1"; }`;
    const { success, stderr } = await new Deno.Command("bash", {
      args: ["-c", [helper, ...lines].join("\n")],
      cwd: folder.path,
      clearEnv: true,
      env: {
        PATH: Deno.env.get("PATH") ?? "",
        HOME: folder.path,
        BACKLOG_TOKEN: token,
      },
      stdout: "null",
      stderr: "piped",
    }).output();
    if (!success) throw new Error(new TextDecoder().decode(stderr));
    const read = (name: string) => Deno.readTextFile(`${folder.path}/${name}`);
    return await Promise.all(examples.map(async (_example, at) => ({
      status: Number(await read(`${at}.status`)),
      stdout: await read(`${at}.out`),
      stderr: await read(`${at}.err`),
    })));
  } finally {
    await server.shutdown();
  }
}

function fillIn(text: string, values: Values): string {
  return text.replace(/\{\{(\w+)\}\}/g, (all, name: string) => values[name as keyof Values] ?? all);
}

/** Returns whether output is as shown, except for IDs, tokens, and times. `…` stands for any text, also of several lines. */
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
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "TIME");
}
