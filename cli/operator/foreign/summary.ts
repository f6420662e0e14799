import { oneLine, writeError } from "../../output.ts";
import { listing } from "../../table.ts";
import type { Made, Report } from "./report.ts";
import type { Unmatched } from "./people.ts";
import { programs } from "./task.ts";

/** The maximum number of lines per section. */
const LINES = 15;

const things: Record<keyof Made, readonly [one: string, some: string]> = {
  tasks: ["task", "tasks"],
  comments: ["comment", "comments"],
  relations: ["relation", "relations"],
  links: ["link", "links"],
  labels: ["label", "labels"],
  projects: ["project", "projects"],
  milestones: ["milestone", "milestones"],
};

/** Formats a report for people. */
export function summary(report: Report): string {
  const { dryRun, from, workspace, team, by, read, made, here, statuses, unmatched, leftOut } =
    report;
  const carried = report.carried.map(({ what, tasks }) => `${what} ${number(tasks)}`).join(", ");
  const parts = (Object.keys(things) as (keyof Made)[]).flatMap((name) =>
    made[name] > 0 ? [counted(made[name], ...things[name])] : []
  );
  const program = programs[from as keyof typeof programs];
  return [
    listing([
      [dryRun ? "Would import" : "Imported", parts.join(", ") || "nothing"],
      ["Tasks with", carried],
      ["From", `${program}, ${counted(read, "task", "tasks")} in the file`],
      ["Into", `${team} of ${workspace.name} (${workspace.id}), by ${by}`],
      [
        "Already imported",
        here > 0
          ? `${counted(here, "task", "tasks")}, unchanged${
            report.commentedOn > 0
              ? ` except for new comments on ${number(report.commentedOn)} of them`
              : ""
          }. If these tasks come from another file with the same IDs, use --source`
          : "",
      ],
    ]),
    ...section(
      "Statuses",
      statuses.map(({ said, became, tasks }) => `${said} → ${became}: ${number(tasks)}`),
    ),
    ...section("People not in this workspace", unmatched.map(rolesOf)),
    ...(unmatched.length > 0
      ? ["  Invite them before the import, or match them with --map-person 'NAME=ADDRESS'"]
      : []),
    ...section(
      "Changed or left out",
      leftOut.map(({ what, why, times, of }) => {
        const more = times > of.length ? ", …" : "";
        return `${what} (${number(times)}): ${why}: ${of.join(", ")}${more}`;
      }),
    ),
  ].join("\n");
}

function rolesOf({ name, creator, assignee, comments }: Unmatched): string {
  const roles = [
    creator > 0 ? `creator of ${counted(creator, ...things.tasks)}` : "",
    assignee > 0 ? `assignee of ${counted(assignee, ...things.tasks)}` : "",
    comments > 0 ? `author of ${counted(comments, ...things.comments)}` : "",
  ];
  return `${name}: ${roles.filter(Boolean).join(", ")}`;
}

function section(title: string, lines: string[]): string[] {
  if (lines.length === 0) return [];
  const more = lines.length - LINES;
  return [
    "",
    title,
    ...lines.slice(0, LINES).map((line) => `  ${oneLine(line)}`),
    ...(more > 0 ? [`  and ${more} more (use --json to list all)`] : []),
  ];
}

function counted(count: number, one: string, some: string): string {
  return `${number(count)} ${count === 1 ? one : some}`;
}

function number(count: number): string {
  return count.toLocaleString("en");
}

/** Prints the progress of a long import on a terminal. */
export function progress(done: number, of: number): void {
  if (Deno.stderr.isTerminal()) writeError(`${number(done)} of ${number(of)} tasks…`);
}
