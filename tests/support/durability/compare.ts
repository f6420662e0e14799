import type { RemotePerson } from "../remote_person.ts";
import { ask } from "../remote_person.ts";

/** What became of writes that were answered as done. */
export interface Durability {
  /** The ids of the tasks whose creation was answered with 201. */
  acknowledged: string[];
  /** Those of them that were not there afterwards. */
  lost: string[];
}

/** @param kept the ids of the tasks that are there */
export function compare(acknowledged: string[], kept: Iterable<string>): Durability {
  const there = new Set(kept);
  return { acknowledged, lost: acknowledged.filter((id) => !there.has(id)) };
}

/** One line about it. */
export function inWords(name: string, { acknowledged, lost }: Durability): string {
  return `${name}: acknowledged ${acknowledged.length}, lost ${lost.length}`;
}

/** The ids of all tasks that somebody sees, page by page. */
export async function taskIds(
  url: string,
  { token, workspaceId }: RemotePerson,
): Promise<string[]> {
  const ids: string[] = [];
  let cursor = "";
  do {
    const list = `GET /workspaces/${workspaceId}/tasks?limit=250&sort=createdAt${cursor}`;
    const { body } = await ask(url, list, { token });
    ids.push(...body.tasks.map((task: { id: string }) => task.id));
    cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : "";
  } while (cursor);
  return ids;
}
