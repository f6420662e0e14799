import { z } from "zod";
import { Failure } from "../../failure.ts";
import { parseExport } from "./file_text.ts";
import { emptyTask, type ForeignFile, type ForeignTask, type LeftOut } from "./task.ts";

/** An issue's URL, on the pages and in the REST API. */
const ADDRESS = /([^/]+\/([^/]+))\/issues\/(\d+)$/;

const login = z.object({ login: z.string().nullish(), name: z.string().nullish() }).nullish();
const text = z.string().nullish();
const comment = z.object({
  id: z.union([z.string(), z.int()]).nullish(),
  author: login,
  user: login,
  body: text,
  createdAt: text,
  created_at: text,
});

/** Another issue: by its URL, or by its number in the same repository. */
const other = z.object({ number: z.int(), url: text, html_url: text });
const others = z.union([z.array(other), z.object({ nodes: z.array(other) })]).nullish();

/** An issue from `gh issue list --json …` or the REST API, which use different names. */
const issue = z.object({
  number: z.int(),
  title: z.string(),
  body: text,
  state: z.string(),
  stateReason: text,
  state_reason: text,
  url: text,
  html_url: text,
  author: login,
  user: login,
  assignees: z.array(login).nullish(),
  labels: z.array(z.union([z.string(), z.object({ name: z.string(), color: text })])).nullish(),
  milestone: z.object({ title: z.string(), dueOn: text, due_on: text }).nullish(),
  issueType: z.object({ name: z.string() }).nullish(),
  type: z.object({ name: z.string() }).nullish(),
  parent: other.nullish(),
  parent_issue_url: text,
  blockedBy: others,
  blocking: others,
  closedByPullRequestsReferences: others,
  comments: z.union([z.int(), z.array(comment)]).nullish(),
  createdAt: text,
  created_at: text,
  updatedAt: text,
  updated_at: text,
  closedAt: text,
  closed_at: text,
  pull_request: z.unknown().optional(),
});

/** Reads issues from GitHub. @throws Failure if the text isn't a list of issues */
export function readGithub(text: string): ForeignFile {
  const read = parseExport(text, "GitHub");
  // `gh api --paginate --slurp` gives a list of pages
  const all = Array.isArray(read) ? read.flat() : [];
  if (all.length === 0) {
    throw new Failure(
      "The file isn't a list of GitHub issues from gh issue list --json or the REST " +
        "API. Nothing was imported.",
    );
  }
  const leftOut: LeftOut[] = [];
  const tasks = all.flatMap((one, at) => {
    const parsed = issue.safeParse(one);
    if (!parsed.success) {
      const { path, message } = parsed.error.issues[0]!;
      throw new Failure(
        `Issue ${at + 1} in the file isn't from GitHub (${path.join(".") || "it"}: ${message}). ` +
          "Ask gh for number,title,body,state,stateReason,url,author,assignees,labels,milestone," +
          "comments,createdAt,updatedAt,closedAt. Nothing was imported.",
      );
    }
    if (parsed.data.pull_request !== undefined) {
      leftOut.push({
        what: "Pull request",
        why: "it isn't an issue",
        of: `#${parsed.data.number}`,
      });
      return [];
    }
    return [taskOf(parsed.data, at, leftOut)];
  });
  return { tasks, leftOut };
}

function taskOf(one: z.output<typeof issue>, at: number, leftOut: LeftOut[]): ForeignTask {
  const url = one.html_url ?? one.url ?? "";
  const [, repository = "", name = ""] = ADDRESS.exec(url) ?? [];
  if (repository === "") {
    throw new Failure(
      `Issue ${at + 1} in the file has no url, so its repository is unknown. ` +
        "Export the field url too. Nothing was imported.",
    );
  }
  const called = `${repository}#${one.number}`;
  const keyOf = ({ number, html_url, url }: z.output<typeof other>) =>
    nameIn(html_url ?? url ?? "") ?? `${repository}#${number}`;
  const type = (one.issueType ?? one.type)?.name;
  const reason = (one.stateReason ?? one.state_reason ?? "").toLowerCase();
  const closed = one.state.toLowerCase() === "closed";
  if (typeof one.comments === "number" && one.comments > 0) {
    leftOut.push({
      what: "Comments",
      why:
        "the file has only the number of comments; export them with gh issue list --json comments",
      of: called,
    });
  }
  const [first, ...others] = (one.assignees ?? []).map(namesOf).filter((names) => names.length > 0);
  return {
    ...emptyTask(called, `Issue ${at + 1}`),
    url,
    title: one.title,
    description: one.body ?? "",
    status: closed && reason !== "" ? reason.replace("_", " ") : one.state.toLowerCase(),
    statusMeans: !closed
      ? "open"
      : /not.planned|duplicate/.test(reason)
      ? "cancelled"
      : "completed",
    creator: namesOf(one.author ?? one.user),
    assignee: first ?? [],
    labels: [
      ...(one.labels ?? []).map((label) => typeof label === "string" ? label : label.name),
      ...(type && type !== "Task" ? [type] : []),
    ].map((name) => ({ name, color: null })),
    parent: one.parent ? keyOf(one.parent) : nameIn(one.parent_issue_url ?? "") ?? "",
    relations: [
      ...listed(one.blockedBy).map((it) => ({ kind: "blockedBy" as const, other: keyOf(it) })),
      ...listed(one.blocking).map((it) => ({ kind: "blocks" as const, other: keyOf(it) })),
    ],
    links: listed(one.closedByPullRequestsReferences).flatMap(({ number, html_url, url }) =>
      html_url ?? url ? [{ title: `#${number}`, url: (html_url ?? url)! }] : []
    ),
    project: one.milestone ? name : "",
    milestone: one.milestone?.title ?? "",
    milestoneDue: one.milestone?.dueOn ?? one.milestone?.due_on ?? "",
    created: one.createdAt ?? one.created_at ?? "",
    updated: one.updatedAt ?? one.updated_at ?? "",
    completed: one.closedAt ?? one.closed_at ?? "",
    comments: (Array.isArray(one.comments) ? one.comments : []).map((said) => ({
      ...(said.id && { id: String(said.id) }),
      author: namesOf(said.author ?? said.user),
      at: said.createdAt ?? said.created_at ?? "",
      body: said.body ?? "",
    })),
    further: others.length > 0
      ? [["Also assigned to", others.map(([name]) => name).join(", ")]]
      : [],
  };
}

/** Returns `acme/harbour#12` from an issue's URL. */
function nameIn(url: string): string | undefined {
  const [, repository, , number] = ADDRESS.exec(url) ?? [];
  return repository === undefined ? undefined : `${repository}#${number}`;
}

function listed(all: z.output<typeof others>): z.output<typeof other>[] {
  return Array.isArray(all) ? all : all?.nodes ?? [];
}

function namesOf(person: z.output<typeof login>): string[] {
  return [person?.login, person?.name].filter((one) =>
    one !== null && one !== undefined && one !== ""
  ) as string[];
}
