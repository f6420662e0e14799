/** A failed run of Deno, with its output. */
export class DenoFailed extends Error {
  override name = "DenoFailed";
}

/**
 * Runs Deno in the running version.
 * @param env the environment
 * @throws DenoFailed with the text on standard error
 */
export async function runDeno(
  args: string[],
  cwd: string,
  env: Record<string, string> = Deno.env.toObject(),
): Promise<void> {
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args,
    cwd,
    clearEnv: true,
    env: { ...env, NO_COLOR: "1" },
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  }).output();
  if (!success) throw new DenoFailed(new TextDecoder().decode(stderr).trim());
}
