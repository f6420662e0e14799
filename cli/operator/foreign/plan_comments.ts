import { createHash } from "node:crypto";
import { momentFrom } from "./dates.ts";
import type { PlannedComment, Planning } from "./planning.ts";
import type { ForeignComment, ForeignTask } from "./task.ts";
import { lineOf, pieces, proseOf, shortened } from "./texts.ts";

/** The maximum length of a comment, with room for its author. */
export const MOST_COMMENT = 19_000;

/**
 * Plans comments. If the author isn't in the workspace, the importer becomes the author, and the text starts with the
 * author's name.
 * @param createdAt the time of comments without a time
 * @param known the keys of imported comments, which are left out
 */
export function commentsOf(
  planning: Planning,
  task: ForeignTask,
  createdAt: string,
  known: ReadonlySet<string> = new Set(),
): PlannedComment[] {
  const keys = keysOf(task.comments);
  return task.comments.flatMap((comment, at) => {
    const key = keys[at]!;
    if (known.has(key) || proseOf(comment.body).trim() === "") return [];
    return [{ ...planned(planning, comment, createdAt), key }];
  });
}

function planned(
  { find, here, importerId, notes, now, unmatched }: Planning,
  { author, at, body }: ForeignComment,
  createdAt: string,
): Omit<PlannedComment, "key"> {
  const read = momentFrom(at, here.timeZone);
  const moment = read ?? createdAt;
  const here_ = find(author);
  const [called = ""] = author;
  if (!here_ && author.length > 0) {
    unmatched.add(called, "comments");
    notes.add({
      what: "Comment author",
      why: "not in this workspace; named in the comment",
      of: called,
    });
  }
  const when = read ? `, ${read.slice(0, 16).replace("T", " ")} UTC` : at ? `, ${lineOf(at)}` : "";
  const head = here_ || called === "" ? "" : `**${nameInBold(called)}**${when}:\n\n`;
  return {
    authorId: here_?.id ?? importerId,
    at: moment > now.toISOString() ? now.toISOString() : moment,
    bodies: pieces(head + proseOf(body), MOST_COMMENT),
  };
}

/** An ID without a colon, which separates our suffix. */
const PLAIN_ID = /^[\w.=+/-]{1,200}$/;

/** Returns the keys of comments: the ID, or a hash of author, time, and text. Equal comments are numbered. */
function keysOf(comments: readonly ForeignComment[]): string[] {
  const seen = new Map<string, number>();
  return comments.map(({ id, author: [called = ""], by = called, at, body }) => {
    const said = id === undefined ? hashOf([by, at, body]) : PLAIN_ID.test(id) ? id : hashOf([id]);
    const times = (seen.get(said) ?? 0) + 1;
    seen.set(said, times);
    return times === 1 ? said : `${said}:${times}`;
  });
}

function hashOf(parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
}

function nameInBold(name: string): string {
  return shortened(lineOf(name), 100).replace(/[\\`*_[\]<>@#]/g, "\\$&");
}
