import { Buffer } from "node:buffer";
import {
  type MarkRoom,
  type ShownText,
  type ShownTexts,
  WHOLE_MARKS,
  writeMarkdown,
} from "../../../views/markdown.tsx";
import type { PageMemory } from "../../../views/page_memory.ts";
import type { Member } from "../../domain/core/actor.ts";
import { readTaskTexts, type ReadTexts } from "../../domain/tasks/texts.ts";
import { beginningOf } from "../../domain/text/beginning.ts";
import type { PageContext } from "../context.ts";

/** The record of a text, which decides whom a mention can notify. */
type Place = { taskId: string } | { projectId: string };

/** A text of a page. */
export interface WrittenText {
  /** The ID of the text's record, unique on the page. */
  of: string;
  text: string;
  kind: keyof typeof kinds;
}

/**
 * How much a page shows of each kind of text: `characters` of the text, `marks` of the HTML of its marks, and `room` for
 * the HTML of all texts of the kind, in bytes. Each text takes `around` in addition, for the HTML around it.
 */
const kinds = {
  description: { characters: 20_000, marks: 60_000, room: Infinity, around: 0 },
  comment: { characters: 5_000, marks: 20_000, room: 400_000, around: 1_800 },
  aside: { characters: 2_000, marks: 10_000, room: 100_000, around: 0 },
};

/** The least room for comments after another text that is shown in full. */
const LEAST_ROOM = 50_000;

/** The number of characters to read at once. */
const AT_ONCE = 30_000;

/** The text that a page shows in full, and the URLs that show other texts in full. */
interface Folding {
  /** The ID of the text's record. */
  whole: string | null;
  all: (of: string) => string;
}

/**
 * Returns texts as HTML, in order, until the page has no room for more of their kind. Long texts are cut. Text without
 * mentions and references is the same everywhere and rendered once. Other text depends on its record and on the current
 * data.
 * @throws NotFound for the record
 */
export async function showTexts(
  { ask, memory }: Pick<PageContext<Member>, "ask" | "memory">,
  place: Place,
  written: readonly WrittenText[],
  { whole, all }: Folding,
): Promise<ShownTexts> {
  const shown = new Map<string, ShownText>();
  const left = new Map(Object.entries(kinds).map(([kind, { room }]) => [kind, room]));
  const hasRoom = ({ kind, isWhole }: Portion) => isWhole || left.get(kind)! > 0;
  for (const batch of batchesOf(written.map((one) => portionOf(one, one.of === whole)))) {
    const known = new Map(batch.map(({ key }) => [key, keptIn(memory, key)]));
    const unread = batch.filter((one) => known.get(one.key) === undefined && hasRoom(one));
    const texts = [...new Set(unread.map(({ text }) => text))];
    const read = texts.length > 0 ? await ask(readTaskTexts, { ...place, texts }) : undefined;
    for (const portion of batch) {
      const { of, kind, isWhole, isCut, key } = portion;
      if (!hasRoom(portion)) {
        shown.set(of, { html: null, all: all(of) });
        continue;
      }
      const kept = known.get(key);
      const { html, isFull } = kept ?? draw(memory, portion, read!);
      shown.set(of, { html, all: !isWhole && (isCut || isFull) ? all(of) : null });
      const bytes = Buffer.byteLength(html);
      left.set(kind, left.get(kind)! - bytes - kinds[kind].around);
      if (isWhole && kind !== "comment") {
        left.set("comment", Math.max(LEAST_ROOM, left.get("comment")! - bytes));
      }
    }
  }
  return shown;
}

/** The part of a text that a page shows if there is room. */
interface Portion {
  of: string;
  kind: WrittenText["kind"];
  isWhole: boolean;
  text: string;
  isCut: boolean;
  marks: number;
  /** Returns the cache key of a text's HTML. */
  key: string;
}

function portionOf({ of, text, kind }: WrittenText, isWhole: boolean): Portion {
  const { characters, marks } = isWhole
    ? { characters: Infinity, marks: WHOLE_MARKS }
    : kinds[kind];
  const part = beginningOf(text, characters);
  const isCut = part.length < text.length;
  return { of, kind, isWhole, text: part, isCut, marks, key: `${marks} ${part}` };
}

function* batchesOf(portions: readonly Portion[]): Generator<Portion[], void> {
  let batch: Portion[] = [];
  let characters = 0;
  for (const portion of portions) {
    batch.push(portion);
    characters += portion.text.length;
    if (characters < AT_ONCE) continue;
    yield batch;
    [batch, characters] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}

function draw(memory: PageMemory, { text, marks, key }: Portion, read: ReadTexts) {
  const room: MarkRoom = { characters: marks };
  const html = writeMarkdown(text, read, room);
  const { mentions, references } = read.texts.get(text)!;
  const isFull = room.isFull ?? false;
  if (mentions.length + references.length === 0) memory.texts.keep(key, `${+isFull}${html}`);
  return { html, isFull };
}

function keptIn(memory: PageMemory, key: string) {
  const kept = memory.texts.get(key);
  return kept === undefined ? undefined : { html: kept.slice(1), isFull: kept[0] === "1" };
}
