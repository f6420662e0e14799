import {
  MOST_RESOURCES,
  ResourceCreate,
  type StartingResource,
} from "../../../server/domain/resources/schema.ts";
import type { Keep } from "./planning.ts";
import type { ForeignLink } from "./task.ts";
import { lineOf, shortened } from "./texts.ts";

const MOST_TITLE = 200;

/** Returns a task's links without duplicates. Invalid links are kept at the end of the description. */
export function linksOf(links: readonly ForeignLink[], keep: Keep): StartingResource[] {
  const byUrl = new Map<string, StartingResource>();
  for (const { title, url } of links) {
    const read = /^(https?:\/\/|mailto:)/i.test(url)
      ? ResourceCreate.shape.url.safeParse(url)
      : undefined;
    const name = shortened(lineOf(title), MOST_TITLE);
    const said = name === "" || name === url ? url : `${name} ${url}`;
    if (!read?.success) {
      keep("Link", said, "it isn't a valid link");
    } else if (byUrl.has(read.data)) {
      continue;
    } else if (byUrl.size === MOST_RESOURCES) {
      keep("Link", said, `a task can have up to ${MOST_RESOURCES}`);
    } else {
      byUrl.set(read.data, { url: read.data, ...(name !== "" && name !== url && { title: name }) });
    }
  }
  return [...byUrl.values()];
}
