import { type Asked, askedPath } from "../../../views/settings/first_records.tsx";
import { textFilterId } from "../../../views/ui/text_filter.tsx";
import { nameScore, plainName } from "../../domain/text/name_score.ts";

/** Which of its records a page of settings is asked for, as its address says. */
export function askedIn({ searchParams }: URL): Asked {
  return {
    q: searchParams.get("q")?.trim().slice(0, 200) || undefined,
    show: searchParams.get("show") === "all" ? "all" : undefined,
  };
}

/** What is typed beside the title of such a page stands in its address. */
export const typedAsked = {
  form: textFilterId,
  address: (url: URL) => askedPath(url.pathname, askedIn(url)),
};

/**
 * The records that have the words that are asked for, in their order, and the one that is open.
 * @param wordsOf a name first, then what is said besides
 */
export function withWords<T>(
  records: readonly T[],
  { q }: Asked,
  wordsOf: (record: T) => readonly [name: string, besides: string | null],
  isOpen: (record: T) => boolean = () => false,
): readonly T[] {
  if (!q) return records;
  const typed = plainName(q);
  return records.filter((record) => {
    const [name, besides] = wordsOf(record);
    return isOpen(record) || nameScore(typed, name, besides ?? "") > 0;
  });
}
