import { z } from "zod";
import { Failure } from "../../failure.ts";
import { parseExport } from "./file_text.ts";
import { emptyTask, type ForeignFile, type ForeignTask, type LeftOut } from "./task.ts";

const text = z.string().nullish();
const some = <T extends z.ZodType>(one: T) => z.array(one).nullish();
const position = z.number().nullish();

/** A board's export as JSON: https://support.atlassian.com/trello/docs/exporting-data-from-trello/ */
const Board = z.object({
  name: z.string(),
  lists: z.array(z.object({ id: z.string(), name: z.string(), closed: z.boolean().nullish() })),
  cards: z.array(z.object({
    id: z.string(),
    name: z.string(),
    desc: text,
    idList: z.string(),
    idMembers: some(z.string()),
    labels: some(z.object({ name: text, color: text })),
    due: text,
    dueComplete: z.boolean().nullish(),
    closed: z.boolean().nullish(),
    start: text,
    shortLink: text,
    customFieldItems: some(z.object({
      idCustomField: z.string(),
      idValue: text,
      value: z.record(z.string(), z.unknown()).nullish(),
    })),
    shortUrl: text,
    idShort: z.int().nullish(),
    dateLastActivity: text,
    attachments: some(z.object({ name: text, url: text })),
  })),
  checklists: some(z.object({
    idCard: z.string(),
    name: text,
    pos: position,
    checkItems: some(z.object({ name: z.string(), state: text, pos: position, due: text })),
  })),
  members: some(z.object({ id: z.string(), fullName: text, username: text })),
  customFields: some(z.object({
    id: z.string(),
    name: z.string(),
    options: some(z.object({ id: z.string(), value: z.object({ text }).nullish() })),
  })),
  actions: some(z.object({
    id: text,
    type: z.string(),
    date: text,
    data: z.object({ text, card: z.object({ id: text }).nullish() }).nullish(),
    memberCreator: z.object({ fullName: text, username: text }).nullish(),
  })),
});
type Board = z.output<typeof Board>;
type Card = Board["cards"][number];

/** The maximum number of actions in an export. Older comments are missing. */
const MOST_ACTIONS = 1_000;

/** Reads a board. @throws Failure if the text isn't a board */
export function readTrello(text: string): ForeignFile {
  const parsed = Board.safeParse(parseExport(text, "Trello"));
  if (!parsed.success) {
    const place = parsed.error.issues[0]!.path.join(".");
    const found = place === "" ? "isn't a JSON object" : `has no valid "${place}"`;
    throw new Failure(
      `The file isn't a board from Trello: it ${found}. Export the board as JSON in Trello. ` +
        "Nothing was imported.",
    );
  }
  const board = parsed.data;
  if (board.cards.length === 0) throw new Failure("The board has no cards. Nothing was imported.");
  const parts = partsOf(board);
  const leftOut: LeftOut[] = (board.actions?.length ?? 0) >= MOST_ACTIONS
    ? [{
      what: "Older comments",
      why: "Trello exports only the last 1,000 actions of a board",
      of: board.name,
    }]
    : [];
  return { tasks: board.cards.map((card, at) => taskOf(card, at, board, parts)), leftOut };
}

/** Collects the parts of cards by ID. */
function partsOf(board: Board) {
  const people = new Map(
    (board.members ?? []).map((one) => [one.id, namesOf(one)] as const),
  );
  const lists = new Map(board.lists.map((one) => [one.id, one] as const));
  const checklists = Map.groupBy(inOrder(board.checklists ?? []), ({ idCard }) => idCard);
  const said = (board.actions ?? []).filter(({ type }) => type === "commentCard");
  const comments = Map.groupBy(said, ({ data }) => data?.card?.id ?? "");
  const customFields = new Map((board.customFields ?? []).map((one) => [one.id, one] as const));
  // In Trello, a related card is an attachment
  const onBoard = new Set(board.cards.flatMap(shortLinkOf));
  return { people, lists, checklists, comments, customFields, onBoard };
}

function taskOf(
  card: Card,
  at: number,
  board: Board,
  { people, lists, checklists, comments, customFields, onBoard }: ReturnType<typeof partsOf>,
): ForeignTask {
  const list = lists.get(card.idList);
  const [first, ...others] = (card.idMembers ?? []).map((id) => people.get(id) ?? [id]);
  const boxes = (checklists.get(card.id) ?? []).map(({ name, checkItems }) =>
    [
      ...(name ? [`### ${oneLine(name)}`, ""] : []),
      ...inOrder(checkItems ?? []).map((item) =>
        `- [${item.state === "complete" ? "x" : " "}] ${oneLine(item.name)}` +
        (item.due ? ` (${item.due.slice(0, 10)})` : "")
      ),
    ].join("\n")
  );
  const links = (card.attachments ?? []).flatMap(({ name, url }) =>
    url ? [{ title: name ?? "", url, card: /^https:\/\/trello\.com\/c\/(\w+)/.exec(url)?.[1] }] : []
  );
  return {
    ...emptyTask(card.id, `Card ${at + 1}`),
    aliases: shortLinkOf(card),
    relations: links.filter((one) => onBoard.has(one.card ?? ""))
      .map((one) => ({ kind: "relatesTo", other: one.card! })),
    links: links.filter((one) => !onBoard.has(one.card ?? "")),
    called: card.idShort ? `${board.name} #${card.idShort}` : card.id,
    url: card.shortUrl ?? null,
    title: card.name,
    description: [card.desc ?? "", ...boxes].filter((part) => part.trim() !== "").join("\n\n"),
    status: list?.name ?? "",
    statusMeans: card.dueComplete ? "completed" : null,
    assignee: first ?? [],
    labels: (card.labels ?? []).map(({ name, color }) => ({
      name: name || color || "",
      color: colorOf(color),
    })),
    deadline: card.due ?? "",
    created: bornAt(card.id),
    updated: card.dateLastActivity ?? "",
    archived: card.closed || list?.closed ? card.dateLastActivity ?? bornAt(card.id) : "",
    comments: (comments.get(card.id) ?? []).map((action) => ({
      ...(action.id && { id: action.id }),
      author: namesOf(action.memberCreator),
      at: action.date ?? "",
      body: action.data?.text ?? "",
    })).reverse(),
    further: [
      ...(others.length > 0
        ? [["Also assigned to", others.map(([name]) => name).join(", ")] as [string, string]]
        : []),
      ...(card.start ? [["Start", card.start] as [string, string]] : []),
      ...(card.customFieldItems ?? []).flatMap((item) => customField(item, customFields)),
    ],
  };
}

/** Returns the name and value of a custom field. */
function customField(
  { idCustomField, idValue, value }: NonNullable<Card["customFieldItems"]>[number],
  fields: ReturnType<typeof partsOf>["customFields"],
): [string, string][] {
  const field = fields.get(idCustomField);
  const option = field?.options?.find(({ id }) => id === idValue)?.value?.text;
  const said = option ?? Object.values(value ?? {}).find((one) => typeof one === "string");
  return said ? [[field?.name ?? "Custom field", String(said)]] : [];
}

function shortLinkOf({ shortLink, shortUrl }: Card): string[] {
  const found = shortLink ?? /\/c\/(\w+)/.exec(shortUrl ?? "")?.[1];
  return found ? [found] : [];
}

/** Returns the creation time, which starts an ID of Trello. */
function bornAt(id: string): string {
  const seconds = /^[0-9a-f]{24}$/i.test(id) ? parseInt(id.slice(0, 8), 16) : NaN;
  return Number.isNaN(seconds) ? "" : new Date(seconds * 1000).toISOString();
}

/** Maps Trello's colors to Backlog's: `green_dark` becomes green. */
function colorOf(color: string | null | undefined): string | null {
  const plain = color?.split("_")[0] ?? null;
  const others: Readonly<Record<string, string>> = { sky: "blue", lime: "green", black: "gray" };
  return plain === null ? null : others[plain] ?? plain;
}

function namesOf(
  person:
    | { fullName?: string | null | undefined; username?: string | null | undefined }
    | null
    | undefined,
): string[] {
  return [person?.fullName, person?.username].filter((one): one is string => Boolean(one));
}

function inOrder<T extends { pos?: number | null | undefined }>(all: T[]): T[] {
  return all.toSorted((a, b) => (a.pos ?? 0) - (b.pos ?? 0));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
