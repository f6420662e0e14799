import { momentFrom } from "./dates.ts";
import type { PlannedTask, Planning } from "./planning.ts";
import type { ForeignTask } from "./task.ts";
import { lineOf, pieces, proseOf, shortened } from "./texts.ts";

/** How much one comment holds here at most, with room for whose it was. */
export const MOST_COMMENT = 19_000;

/** Each by its author where they are here; otherwise by who imports, its text beginning with whose it is. */
export function commentsOf(
  { find, here, importerId, notes, now }: Planning,
  task: ForeignTask,
  createdAt: string,
): PlannedTask["comments"] {
  return task.comments.flatMap(({ author, at, body }) => {
    const read = momentFrom(at, here.timeZone);
    const moment = read ?? createdAt;
    const here_ = find(author);
    const [called = ""] = author;
    const text = proseOf(body);
    if (text.trim() === "") return [];
    if (!here_ && author.length > 0) {
      notes.add({
        what: "A comment's author",
        why: "they aren't in this workspace; named in it",
        of: called,
      });
    }
    const when = read
      ? `, ${read.slice(0, 16).replace("T", " ")} UTC`
      : at
      ? `, ${lineOf(at)}`
      : "";
    const head = here_ || called === "" ? "" : `**${nameInBold(called)}**${when}:\n\n`;
    const kept = moment > now.toISOString() ? now.toISOString() : moment;
    return pieces(head + text, MOST_COMMENT).map((piece) => ({
      authorId: here_?.id ?? importerId,
      at: kept,
      body: piece,
    }));
  });
}

function nameInBold(name: string): string {
  return shortened(lineOf(name), 100).replace(/[\\`*_[\]<>@#]/g, "\\$&");
}
