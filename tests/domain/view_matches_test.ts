import assert from "node:assert/strict";
import fc from "fast-check";
import type { Member } from "../../server/domain/actor.ts";
import { createComment } from "../../server/domain/comments/create.ts";
import { createProjectLabel } from "../../server/domain/project_labels/create.ts";
import { perform } from "../../server/domain/operation.ts";
import {
  type ListedProject,
  listedProject,
  projectMatches,
  projectMatchesFor,
} from "../../server/domain/projects/listed.ts";
import { listProjects } from "../../server/domain/projects/list.ts";
import { ProjectListing, projectStatuses } from "../../server/domain/projects/schema.ts";
import { archiveProject } from "../../server/domain/projects/archive.ts";
import { archiveTask } from "../../server/domain/tasks/archive.ts";
import { listedTask } from "../../server/domain/tasks/listed.ts";
import { locateTask } from "../../server/domain/tasks/locate.ts";
import { taskMatches, taskMatchesFor } from "../../server/domain/tasks/matches.ts";
import { parseJson } from "../../server/domain/tasks/record.ts";
import {
  priorities,
  TaskListing,
  taskSorts,
  taskStatuses,
} from "../../server/domain/tasks/schema.ts";
import { createView } from "../../server/domain/views/create.ts";
import { listViewTasks } from "../../server/domain/views/tasks.ts";
import { type Cast, withCast } from "../support/cast.ts";
import { planner } from "../support/projects.ts";
import { createWorld, testStart } from "../support/world.ts";

const SEED = 20262;
const words = ["gate", "Hinge", "rusty", "Lantern", "wíck", "wick", "Gatehouse", "ENG-3", "ppl"];
const reader = (member: Member) => ({
  id: member.profile.id,
  hiddenTeamIds: member.hiddenTeamIds,
});
/** A value for up to three of some filters: with more of them, lists are empty. */
const some = (filters: Record<string, fc.Arbitrary<string>>) =>
  fc.subarray(Object.entries(filters), { maxLength: 3 })
    .chain((chosen) => fc.record(Object.fromEntries(chosen)));
const list = (values: readonly string[]) =>
  fc.subarray([...values], { minLength: 1, maxLength: 3 }).map((chosen) => chosen.join(","));
const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 2 })
  .map((chosen) => chosen.join(" "));

/** An open, a private and a hidden project to put tasks into. */
async function addProjects(cast: Cast) {
  const { project } = planner(cast);
  return [
    await project(cast.ada, { name: "Gatehouse" }),
    await project(cast.ada, { name: "Offices", teamIds: [cast.teams.ppl] }),
    await project(cast.ada, { name: "Bridge", teamIds: [cast.teams.ppl, cast.teams.eng] }),
  ];
}

/** Tasks of all sorts, some of them drafts, archived or with comments. */
async function addTasks(
  cast: Cast,
  projectIds: string[],
  milestoneIds: string[],
): Promise<string[]> {
  const { ada, dina, teams } = cast;
  const { run } = planner(cast);
  const people = [ada, cast.bao].map(({ member }) => member.profile.id);
  const task = fc.record({
    title: text,
    description: fc.option(text),
    teamId: fc.constantFrom(teams.eng, teams.ppl),
    projectId: fc.option(fc.constantFrom(...projectIds)),
    status: fc.constantFrom(...taskStatuses),
    priority: fc.constantFrom(...priorities),
    assigneeId: fc.option(fc.constantFrom(...people)),
    deadlineAt: fc.option(fc.constant("2026-05-01")),
    tags: fc.subarray(["Bug", "Feature"]),
    draft: fc.boolean(),
    said: fc.option(text),
    below: fc.boolean(),
    archived: fc.constantFrom(true, false, false),
  });
  const ids: string[] = [];
  const parents: string[] = [];
  for (const { said, below, archived, ...input } of fc.sample(task, { numRuns: 40, seed: SEED })) {
    cast.world.clock.advance({ minutes: 1 });
    const by = input.teamId === teams.ppl ? dina : ada;
    const { id } = await cast.task(
      below || input.projectId === projectIds[1] ? ada : by,
      {
        ...input,
        milestoneId: milestoneIds[projectIds.indexOf(input.projectId ?? "")],
        parentId: below ? parents.at(-1) : undefined,
      },
    );
    if (said) await run(ada, createComment, { taskId: id, body: said });
    if (archived) await run(ada, archiveTask, { taskId: id });
    else if (!below) parents.push(id);
    ids.push(id);
  }
  return ids;
}

Deno.test("a task at hand matches a view's filters exactly when the view shows it, to everybody", () =>
  withCast(createWorld(), async (cast) => {
    const { services, database } = cast.world;
    const { run } = planner(cast);
    const projects = await addProjects(cast);
    const milestones = await Promise.all(
      projects.slice(0, 2).map(async ({ id }) =>
        (await planner(cast).milestone(cast.ada, id, "Beta")).id
      ),
    );
    const ids = await addTasks(cast, projects.map(({ id }) => id), milestones);
    const tasks = await Promise.all(
      ids.map(async (id) =>
        await listedTask(database.read, await locateTask(database.read, cast.ada.member, id), true)
      ),
    );
    const people = [cast.ada, cast.bao, cast.chidi, cast.dina].map(({ member }) => member);
    const parents = tasks.flatMap(({ parent_id }) => parent_id ?? []);
    const known = people.map(({ profile }) => profile.id);
    const bugId = tasks.flatMap(({ labels }) => labels).find(({ name }) => name === "Bug")!.id;
    const named = projects.flatMap(({ id, key }) => [id, key, key.toLowerCase()]);
    const filters = some({
      teamId: fc.constantFrom(cast.teams.eng, cast.teams.ppl, "ENG", "ppl"),
      projectId: fc.constantFrom("none", "none", ...named),
      status: list(taskStatuses),
      includeDrafts: fc.constantFrom("true", "true", "false"),
      assigneeId: fc.constantFrom("me", "none", people[1]!.profile.username, ...known),
      label: fc.constantFrom("bug", "BUG", "feature", "None", "none", bugId),
      priority: list(priorities),
      creatorId: fc.constantFrom("me", ...known),
      parentId: fc.constantFrom(...parents),
      milestoneId: fc.constantFrom(...milestones),
      deadlineAfter: fc.constantFrom("2026-05-01", "2026-05-02"),
      deadlineBefore: fc.constantFrom("2026-05-01", "2026-05-02"),
      updatedSince: fc.integer({ min: 10, max: 30 })
        .map((minutes) => new Date(Date.parse(testStart) + minutes * 60_000).toISOString()),
      q: text,
      sort: fc.constantFrom(...taskSorts),
    });
    let shown = 0;
    const property = fc.asyncProperty(filters, async (asked) => {
      const { sort: sorting, ...filters } = asked;
      const made = { name: "All", scope: "workspace", filters, sorting };
      const { id: viewId, view } = await run(cast.ada, createView, made);
      const stored = parseJson(view);
      const listing = TaskListing.parse({ ...stored.filters, sort: stored.sorting });
      for (const member of people) {
        const matching = tasks.filter((task) =>
          taskMatches(listing, task) && taskMatchesFor(listing, task, reader(member))
        );
        const page = await perform(services, member, listViewTasks, { viewId, limit: "250" });
        const listed = parseJson(page.records).map(({ id }) => id);
        assert.deepEqual(matching.map(({ id }) => id).sort(), listed.sort());
        shown += listed.length;
      }
    });
    await fc.assert(property, { numRuns: 300, seed: SEED });
    assert.ok(shown > 1_000, `${shown} tasks were shown, too few to tell anything`);
  }));

Deno.test("a project at hand matches filters exactly when a list with them shows it, to everybody", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, bao, teams } = cast;
    const { services, database } = cast.world;
    const { run, project } = planner(cast);
    for (const name of ["Masonry", "Timber"]) await run(ada, createProjectLabel, { name });
    const people = [ada, bao, cast.chidi, cast.dina].map(({ member }) => member);
    const input = fc.record({
      status: fc.constantFrom(...projectStatuses),
      leadId: fc.option(fc.constantFrom(...[ada, bao].map(({ member }) => member.profile.id))),
      teamIds: fc.subarray([teams.eng, teams.ppl]),
      labels: fc.subarray(["Masonry", "Timber"]),
      archived: fc.constantFrom(true, false, false),
    });
    const projects: ListedProject[] = [];
    for (const { archived, ...one } of fc.sample(input, { numRuns: 25, seed: SEED })) {
      const { id } = await project(ada, one);
      if (archived) await run(ada, archiveProject, { projectId: id });
      projects.push(await listedProject(database.read, id));
    }
    const filters = some({
      status: list(projectStatuses),
      leadId: fc.constantFrom("me", ...people.map(({ profile }) => profile.id)),
      teamId: fc.constantFrom(teams.eng, teams.ppl, "ENG", "ppl"),
      label: fc.constantFrom("masonry", "TIMBER", "nothing", projects[0]!.labels[0]?.id ?? "none"),
    });
    let shown = 0;
    const property = fc.asyncProperty(filters, async (asked) => {
      const listing = ProjectListing.parse(asked);
      for (const member of people) {
        const matching = projects.filter((one) =>
          projectMatches(listing, one) && projectMatchesFor(listing, one, reader(member))
        );
        const page = await perform(services, member, listProjects, { ...asked, limit: "250" });
        const listed = parseJson(page.records).map(({ id }) => id);
        assert.deepEqual(matching.map(({ id }) => id).sort(), listed.sort());
        shown += listed.length;
      }
    });
    await fc.assert(property, { numRuns: 200, seed: SEED });
    assert.ok(shown > 500, `${shown} projects were shown, too few to tell anything`);
  }));
