import assert from "node:assert/strict";
import type { TemporaryFolder } from "../folder.ts";
import { ask, type RemotePerson } from "../remote_person.ts";
import type { TestServer } from "../server.ts";
import { pause } from "./steady.ts";

/** A server on its bad day, and somebody who works there. */
export interface Scene {
  server: TestServer;
  person: RemotePerson;
  folder: TemporaryFolder;
  /** How long what goes wrong goes on, in milliseconds. */
  lasting: number;
}

/** @param description of the task; a long one takes room */
export function createTask({ server, person }: Pick<Scene, "server" | "person">, description = "") {
  return ask(server.url, `POST /workspaces/${person.workspaceId}/tasks`, {
    token: person.token,
    body: { title: "Mend the gate", teamId: person.teamId, description },
  });
}

/** Writes over and over, for so many milliseconds, and is never refused. */
export async function writeThroughout(
  scene: Pick<Scene, "server" | "person">,
  lasting: number,
): Promise<void> {
  for (const end = performance.now() + lasting; performance.now() < end; await pause(20)) {
    const { status, body } = await createTask(scene);
    assert.equal(status, 201, body.detail);
  }
}

/** Waits, for a bounded time, until `/health` answers so. */
export async function healthSays(server: TestServer, status: number): Promise<void> {
  let found = 0;
  for (let tries = 0; tries < 200; tries++) {
    const response = await onceTaken(() => fetch(`${server.url}/health`));
    await response.body?.cancel();
    found = response.status;
    if (found === status) return;
    await pause(50);
  }
  assert.equal(found, status, "what /health says");
}

/**
 * Asks again, for a bounded time, while there is no connection to ask on: a server that lacks descriptors drops its
 * connections and refuses others until it listens again. Any other error counts at once.
 */
export async function onceTaken<T>(asking: () => Promise<T>): Promise<T> {
  for (let tries = 0;; tries++) {
    try {
      return await asking();
    } catch (error) {
      // Only an error of the network has a cause
      const cause = error instanceof TypeError ? error.cause : undefined;
      if (!(cause instanceof Error)) throw error;
      if (tries === 200) throw new Error(`No connection was answered: ${cause.message}`, { cause });
      await pause(50);
    }
  }
}
