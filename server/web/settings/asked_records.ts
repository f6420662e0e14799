import { type Asked, askedPath } from "../../../views/settings/first_records.tsx";
import { textFilterId } from "../../../views/ui/text_filter.tsx";
import { nameScore, plainName } from "../../domain/text/name_score.ts";

/** Reads which records a settings page shows from its URL. */
export function askedIn({ searchParams }: URL): Asked {
  return {
    q: searchParams.get("q")?.trim().slice(0, 200) || undefined,
    show: searchParams.get("show") === "all" ? "all" : undefined,
  };
}

/** Puts text typed beside the title of such a page into its URL. */
export const typedAsked = {
  form: textFilterId,
  address: (url: URL) => askedPath(url.pathname, askedIn(url)),
};

/**
 * Returns the records that match the text in the URL, in their order, and the open record.
 * @param wordsOf a name, then other text
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
