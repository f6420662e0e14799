/**
 * Returns the version that a built program prints; empty if it can't run. Its cache goes to a temporary folder.
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
