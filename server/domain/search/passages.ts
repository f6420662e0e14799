import { type RawBuilder, sql } from "kysely";
import type { Member } from "../core/actor.ts";
import type { ReadContext } from "../core/operation.ts";
import { visibleProject } from "../visibility/projects.ts";
import { excerptOf } from "../text/excerpt.ts";
import { newestComments } from "../text/newest_comments.ts";
import { folded, searchWords } from "../text/words.ts";
import type { FoundRecord } from "./schema.ts";

/** The maximum length of a passage, and of its part before the word, in characters. */
const MOST = 120;
const BEFORE = 12;
/** The number of characters of a text to read around a word. */
const READ = 400;

type Texts = (word: RawBuilder<unknown>, actor: Member) => RawBuilder<unknown>[];

/** Searched texts besides names and shown values, over the record `r`. */
const texts: Record<FoundRecord["kind"], { table: string; of: Texts }> = {
  task: { table: "tasks", of: textsOfTask },
  draft: { table: "tasks", of: textsOfTask },
  project: { table: "projects", of: (word) => [part(sql`r.description`, word)] },
  person: { table: "profiles", of: (word) => [part(sql`r.bio`, word)] },
  agent: { table: "profiles", of: (word) => [part(sql`r.bio`, word)] },
  team: { table: "teams", of: (word) => [part(sql`r.expertise_area`, word)] },
  view: { table: "views", of: () => [] },
};

/** Returns a task's properties (labels, assignee, and project), which come before its texts. */
function textsOfTask(word: RawBuilder<unknown>, actor: Member) {
  return [
    sql`(select group_concat(l.name, ', ') from task_label_links k
      join task_labels l on l.id = k.label_id where k.task_id = r.id)`,
    sql`(select p.name from profiles p where p.id = r.assignee_id)`,
    sql`(select p.name from projects p where p.id = r.project_id and ${
      visibleProject(actor, "p")
    })`,
    part(sql`r.description`, word),
    sql`iif(instr(lower(r.description), ${word}) > 0, null, (
      select ${part(sql`c.body`, word)} from ${newestComments(sql`r.id`)}
      where instr(lower(c.body), ${word}) > 0 order by c.id desc limit 1))`,
  ];
}

/** Returns the part of a text to read: around the word if the text contains it, otherwise the start. */
function part(text: RawBuilder<unknown>, word: RawBuilder<unknown>) {
  return sql`substr(${text}, max(1, instr(lower(${text}), ${word}) - ${sql.lit(READ / 4)}), ${
    sql.lit(READ)
  })`;
}

/**
 * Explains why records were found if their names don't show it: returns the part of their texts or properties with a
 * word, on one line.
 * @param found records that `findRecords` has just found for the actor
 * @param text the search text without a prefix
 * @returns passages by ID; none for records whose name or shown values contain the word, and for matches by synonym
 */
export async function findPassages(
  context: ReadContext<Member>,
  found: readonly FoundRecord[],
  text: string,
): Promise<Map<string, string>> {
  const words = searchWords(folded(text));
  const passages = new Map<string, string>();
  const asked = new Map<string, { words: string[]; kind: FoundRecord["kind"] }>();
  for (const { id, kind, key, title, subtitle } of found) {
    const names = folded(`${title} ${key}`);
    const missing = words.filter((word) => !names.includes(word));
    if (missing.length === 0) continue;
    const said = subtitle === null ? null : passageOf(subtitle, missing);
    if (said === null) asked.set(id, { words: missing, kind });
    else if (said !== subtitle) passages.set(id, said);
  }
  for (const [table, ids] of Map.groupBy(asked.keys(), (id) => texts[asked.get(id)!.kind].table)) {
    const { of } = texts[asked.get(ids[0]!)!.kind];
    const parts = of(sql`w.value ->> 1`, context.actor);
    if (parts.length === 0) continue;
    const sought = JSON.stringify(ids.map((id) => [id, asked.get(id)!.words[0]]));
    const { rows } = await sql<{ id: string; texts: string }>`
      select r.id, json_array(${sql.join(parts)}) as texts
      from json_each(${sought}) w cross join ${sql.table(table)} r on r.id = w.value ->> 0`
      .execute(context.db);
    for (const row of rows) {
      const { words } = asked.get(row.id)!;
      // Parses the Markdown of a text only if the text contains the word
      const has = (JSON.parse(row.texts) as (string | null)[])
        .find((one) => one !== null && hasOneOf(words, one));
      const said = has && passageOf(excerptOf(has), words);
      if (said) passages.set(row.id, said);
    }
  }
  return passages;
}

const hasOneOf = (words: readonly string[], text: string) => {
  const plain = folded(text);
  return words.some((word) => plain.includes(word));
};

/** Returns the part of a text around the first of some folded words, or null if the text has none of them. */
function passageOf(text: string, words: readonly string[]): string | null {
  const parts = text.split(/\s+/u);
  let from = parts.findIndex((part) => hasOneOf(words, part));
  if (from === -1) return null;
  for (let before = 0; from > 0; from--) {
    before += parts[from - 1]!.length + 1;
    if (before > BEFORE) break;
  }
  const said = parts.slice(from).join(" ");
  // Text without spaces between words starts inside a word
  const at = Math.max(0, ...words.map((word) => folded(said).indexOf(word)));
  const begun = at > 2 * BEFORE ? said.slice(at - BEFORE) : said;
  const cut = begun.length < said.length || from > 0;
  return `${cut ? "…" : ""}${begun.slice(0, MOST).toWellFormed()}`;
}
