import type { z } from "zod";
import type { Member } from "../domain/core/actor.ts";
import { parseJson } from "../domain/core/json.ts";
import type { Query } from "../domain/core/operation.ts";
import type { ListPage } from "../domain/core/page.ts";
import { LARGEST_PAGE } from "../domain/core/page_size.ts";
import type { AsTyped, PageContext } from "./context.ts";

/**
 * Returns the records of a list, page by page, cached until the next commit, and whether there are more than requested.
 * @throws errors of the query
 */
export async function recordsOnce<I extends z.ZodType, T>(
  at: Pick<PageContext<Member>, "askOnce">,
  list: Query<Member, I, ListPage<T>>,
  input: Omit<AsTyped<z.input<I>>, "limit" | "cursor">,
  most = Infinity,
): Promise<{ records: T[]; more: boolean }> {
  const records: T[] = [];
  let cursor: string | null = null;
  do {
    const asked = { ...input, limit: LARGEST_PAGE, ...(cursor ? { cursor } : {}) };
    const page: ListPage<T> = await at.askOnce(list, asked as AsTyped<z.input<I>>);
    records.push(...parseJson(page.records));
    cursor = page.nextCursor;
  } while (cursor !== null && records.length < most);
  return { records, more: cursor !== null };
}
