import assert from "node:assert/strict";
import { compare, type Durability, taskIds } from "../durability/compare.ts";
import { createTask, healthSays, type Scene } from "./scene.ts";
import { pause } from "./steady.ts";

/** A shell that sets a limit and becomes the rest of its words. */
export const limited = (limit: string) => [
  "sh",
  "-c",
  `trap '' XFSZ; ${limit}; exec "$@"`,
  "sh",
];

/** Whether a file system may be mounted here, for one process and its children alone. */
export const canMount = isPossible("unshare", "-m", "mount", "-t", "tmpfs", "tmpfs", "/mnt");

/** Starts the rest of its words with an empty file system of 12 MB in place of a folder. */
export const onSmallDisk = (folder: string) => [
  ...["unshare", "-m", "sh", "-c", `mount -t tmpfs -o size=12m tmpfs "$0" && exec "$@"`, folder],
];

/** Lives through a small disk that is full; see `fillDisk`. */
export function fillSmallDisk({ server, person, folder, lasting }: Scene): Promise<Durability> {
  return fillDisk({ server, person }, 2_000, lasting, () =>
    succeeds(
      "nsenter",
      ...["-t", `${server.pid}`, "-m", "mount", "-o", "remount,size=64m", folder.file("data")],
    ));
}

/**
 * Writes until a disk is full, sees that `/health` says so until there is room, and looks for what was answered.
 * @param length of the tasks' descriptions
 * @param lasting how long there is no room, in milliseconds
 */
export async function fillDisk(
  scene: Pick<Scene, "server" | "person">,
  length: number,
  lasting: number,
  makeRoom: () => Promise<void>,
): Promise<Durability> {
  const written = await writeUntilRefused(scene, length);
  await healthSays(scene.server, 503);
  for (const end = performance.now() + lasting; performance.now() < end; await pause(50)) {
    const { status, body } = await createTask(scene);
    if (status === 201) written.push(body.task.id);
    const health = await fetch(`${scene.server.url}/health`);
    await health.body?.cancel();
    assert.equal(health.status, 503, "what is written in between makes no room");
  }
  await makeRoom();
  await healthSays(scene.server, 200);
  return compare(written, await taskIds(scene.server.url, scene.person));
}

/** Gives the ids of the tasks that were answered. */
async function writeUntilRefused(
  scene: Pick<Scene, "server" | "person">,
  length: number,
): Promise<string[]> {
  const description = "All work and no play. ".repeat(length / 22);
  const written: string[] = [];
  while (written.length < 2_000) {
    const { status, body } = await createTask(scene, description);
    if (status !== 201) {
      assert.equal(status, 503);
      return written;
    }
    written.push(body.task.id);
  }
  return assert.fail("the disk is never full");
}

/** Runs a program that must succeed. */
export async function succeeds(program: string, ...args: string[]): Promise<void> {
  const { success, stderr } = await new Deno.Command(program, { args }).output();
  assert.ok(success, new TextDecoder().decode(stderr));
}

function isPossible(program: string, ...args: string[]): boolean {
  try {
    return new Deno.Command(program, { args, stdout: "null", stderr: "null" }).outputSync().success;
  } catch {
    return false;
  }
}
