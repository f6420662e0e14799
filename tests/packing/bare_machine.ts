import { join } from "node:path";
import { repository } from "../support/source.ts";
import { type TestServer, whenListening } from "../support/server.ts";
import { temporaryFolder } from "../support/folder.ts";
import type { Outcome } from "../cli/support/lines.ts";

/** What a packed program needs of a system, and `backlog.sh` besides. */
const tools = [
  ...["sh", "tail", "gzip", "tar", "mkdir", "mv", "rm", "sha256sum", "id", "uname"],
  ...["bash", "curl", "jq", "cat", "chmod", "date", "mktemp", "rmdir", "sed", "stty"],
];

/** A machine without sources, network or Deno on its path, on which nothing was ever unpacked. */
export interface BareMachine extends AsyncDisposable {
  /** A path in the folder that everything is typed in, which is empty at first. */
  file(name: string): string;
  home: string;
  /** Runs a program, by its path or name, and waits for its end. */
  run(program: string, args: string[], env?: Record<string, string>): Promise<Outcome>;
  /** Starts a program's server, and waits until it listens. */
  serve(program: string, env?: Record<string, string>): Promise<TestServer>;
}

export async function bareMachine(): Promise<BareMachine> {
  const folder = await temporaryFolder();
  const [home, bin, here] = [folder.file("home"), folder.file("bin"), folder.file("here")];
  for (const path of [home, bin, here, folder.file("tmp")]) Deno.mkdirSync(path);
  for (const tool of tools) {
    const found = (Deno.env.get("PATH") ?? "").split(":").map((path) => join(path, tool))
      .find(isFile);
    if (found) Deno.symlinkSync(found, join(bin, tool));
  }
  // Whatever asks for another machine finds nobody there.
  const nobody = "http://127.0.0.1:9";
  const own = {
    ...{ PATH: bin, HOME: home, TMPDIR: folder.file("tmp"), NO_COLOR: "1" },
    ...{ HTTP_PROXY: nobody, HTTPS_PROXY: nobody, NO_PROXY: "localhost,127.0.0.1" },
  };
  const start = (program: string, args: string[], env: Record<string, string>) =>
    new Deno.Command(program.includes("/") ? program : join(bin, program), {
      args,
      cwd: here,
      clearEnv: true,
      env: { ...own, ...env },
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
    });
  return {
    file: (name) => join(here, name),
    home,
    async run(program, args, env = {}) {
      const { code, stdout, stderr } = await start(program, args, env).output();
      const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
      return { code, stdout: text(stdout), stderr: text(stderr) };
    },
    serve: (program, env = {}) =>
      whenListening(start(program, ["serve"], { BACKLOG_PORT: "0", ...env }).spawn()),
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

function isFile(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch {
    return false;
  }
}

/**
 * The built program that is looked at: the one that `BACKLOG_BUILT` names, compiled or packed, else one that is packed here.
 * @param into where it is packed
 */
export async function builtProgram(into: string): Promise<string> {
  const given = Deno.env.get("BACKLOG_BUILT");
  if (given) return Deno.realPathSync(given);
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "--no-check", "-A", "cli/packing/pack.ts", "--output", into],
    cwd: repository,
    stdout: "null",
    stderr: "piped",
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
  return into;
}
