/**
 * What a built program says of itself when asked for its version; empty where it can't be run.
 * What it unpacks, or keeps of what it compiled, goes to a folder that is taken away again.
 */
export async function builtVersion(path: string): Promise<string> {
  const scratch = Deno.makeTempDirSync({ prefix: "backlog-built-" });
  try {
    const { stdout } = await new Deno.Command(path, {
      args: ["--version"],
      env: { XDG_CACHE_HOME: scratch, TMPDIR: scratch },
      stderr: "inherit",
    }).output();
    return new TextDecoder().decode(stdout).trim();
  } catch {
    return "";
  } finally {
    Deno.removeSync(scratch, { recursive: true });
  }
}
