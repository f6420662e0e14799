import { columnsOf, type Layout, tasksOf } from "./layout.ts";
import { readSheet } from "./sheet.ts";
import type { ForeignFile, ForeignTask } from "./task.ts";

/**
 * Jira's export of a search as CSV with all fields. Fields with several values have several columns.
 * https://support.atlassian.com/jira-software-cloud/docs/export-issues/
 */
const layout: Layout = {
  program: "Jira",
  sure: ["Summary", "Issue key|Key", "Status"],
  list: (cell) => cell.split(/[\s,]+/),
  unknown: "Backlog has no such field",
  columns: columnsOf({
    id: ["Issue key", "Key"],
    alias: ["Issue id"],
    title: ["Summary"],
    description: ["Description"],
    status: ["Status"],
    priority: ["Priority"],
    assignee: ["Assignee", "Assignee Id"],
    creator: ["Reporter", "Reporter Id"],
    labels: ["Labels"],
    project: ["Project name"],
    parent: ["Parent key", "Parent", "Parent id", "Custom field (Epic Link)"],
    deadline: ["Due date"],
    created: ["Created"],
    updated: ["Updated"],
    completed: ["Resolved"],
    comment: ["Comment"],
    link: ["Attachment"],
    note: [
      "Resolution",
      "Sprint",
      "Fix versions",
      "Fix Version/s",
      "Components",
      "Component/s",
      "Environment",
      "Original estimate",
      "Remaining Estimate",
      "Time Spent",
      "Affects versions",
      "Affects Version/s",
      "Custom field (Story Points)",
      "Custom field (Story point estimate)",
    ],
    ignore: [
      "Issue Type",
      "Project key",
      "Project type",
      "Project lead",
      "Project lead id",
      "Project description",
      "Project url",
      "Creator",
      "Creator Id",
      "Last Viewed",
      "Parent summary",
      "Status Category",
      "Status Category Changed",
      "Votes",
      "Watchers",
      "Watchers Id",
      "Work Ratio",
      "Σ Original Estimate",
      "Σ Remaining Estimate",
      "Σ Time Spent",
      "Custom field (Rank)",
      "Custom field (Development)",
      "Custom field ([CHART] Date of First Response)",
    ],
  }),
  /** `Outward issue link (Blocks)` */
  columnOf(heading) {
    const [, way, kind] = /^(out|in)ward issue link \((.*)\)$/.exec(heading) ?? [];
    if (way === undefined) return undefined;
    if (kind === "blocks") return way === "out" ? "blocks" : "blockedBy";
    if (kind === "duplicate") return way === "out" ? "duplicates" : "duplicatedBy";
    return "relatesTo";
  },
  saysMore: (heading) => /issue link \((?!blocks|duplicate|relates\))/i.test(heading),
  /** `10/Feb/24 3:45 PM;who;plan.pdf;https://…` */
  links(cell) {
    const [, title = "", url = cell] = /^[^;]*;[^;]*;(.*);(https?:[^;]*)$/.exec(cell) ?? [];
    return [{ title, url }];
  },
  finish(task, cell) {
    task.description = markdownOf(task.description);
    task.labels = task.labels.filter(({ name }) => name !== "");
    const type = cell("Issue Type");
    if (type !== "" && !/^(task|sub-?task)$/i.test(type)) {
      task.labels.push({ name: type, color: null });
    }
    task.further = task.further.map((
      [name, value],
    ) => [name.replace(/^Custom field \((.*)\)$/, "$1"), value]);
    task.statusMeans = meaningOf(cell("Status Category"), cell("Resolution"));
  },
  /** `10/Feb/24 3:45 PM;who;what was said` */
  comments(cell) {
    const found = /^([^;\n]{6,40});([^;\n]{0,200});([\s\S]*)$/.exec(cell);
    if (!found) return [{ author: [], at: "", body: markdownOf(cell) }];
    const [, at = "", author = "", body = ""] = found;
    return [{ author: author === "" ? [] : [author], at, body: markdownOf(body) }];
  },
};

/** Returns the meaning of a status by its category and resolution, if they say that the issue is closed. */
function meaningOf(category: string, resolution: string): ForeignTask["statusMeans"] {
  if (
    /^(won'?t (do|fix)|duplicate|declined|cannot reproduce|obsolete|invalid)$/i.test(resolution)
  ) {
    return "cancelled";
  }
  return /^done$/i.test(category) ? "completed" : null;
}

/** Text between marks that keep it unformatted. */
const KEPT = /\{(code|noformat)(?::[^}]*)?\}[\s\S]*?\{\1\}/gi;

/** Converts Jira's markup to Markdown, as far as possible. */
export function markdownOf(text: string): string {
  let at = 0;
  let all = "";
  for (const found of text.matchAll(KEPT)) {
    all += proseOf(text.slice(at, found.index)) + fenced(found[0]);
    at = found.index + found[0].length;
  }
  return (all + proseOf(text.slice(at))).trim();
}

function fenced(marked: string): string {
  const code = marked.replace(/^\{[^}]*\}|\{[^}]*\}$/g, "").replace(/^\n|\n$/g, "");
  const language = /^\{code:(\w+)/i.exec(marked)?.[1] ?? "";
  return `\n\`\`\`${language}\n${code}\n\`\`\`\n`;
}

function proseOf(text: string): string {
  return text
    .replace(
      /^(#{1,6})\s+(?=\S)/gm,
      (_all, marks: string) => `${"   ".repeat(marks.length - 1)}1. `,
    )
    .replace(/^h([1-6])\.\s+/gm, (_all, level) => `${"#".repeat(Number(level))} `)
    .replace(/^bq\.\s+/gm, "> ")
    .replace(/^(\*{1,6})\s+/gm, (_all, stars: string) => `${"  ".repeat(stars.length - 1)}- `)
    .replace(/\[([^\]|\n]+)\|(https?:\/\/[^\]\s]+)\]/g, "[$1]($2)")
    .replace(/(^|[\s(])\*(\S(?:[^*\n]*\S)?)\*(?=[\s).,;:!?]|$)/gm, "$1**$2**")
    .replace(/\{\{([^}\n]+)\}\}/g, "`$1`");
}

export async function readJira(text: string): Promise<ForeignFile> {
  const file = await tasksOf(readSheet(text), layout);
  return { ...file, tasks: namedAuthors(file.tasks) };
}

/** Replaces IDs of comment authors by names, which the file has for assignees and reporters. */
function namedAuthors(tasks: ForeignTask[]): ForeignTask[] {
  const people = new Map(
    tasks.flatMap(({ assignee, creator }) => [assignee, creator])
      .flatMap((called) => called.slice(1).map((id) => [id, called] as const)),
  );
  return tasks.map((task) => ({
    ...task,
    comments: task.comments.map((one) => ({
      ...one,
      by: one.author[0] ?? "",
      author: people.get(one.author[0] ?? "") ?? one.author,
    })),
  }));
}
