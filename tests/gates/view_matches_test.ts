import assert from "node:assert/strict";
import fc from "../packages/fast_check.ts";
import type { Member } from "../../server/domain/core/actor.ts";
import { createComment } from "../../server/domain/comments/create.ts";
import { createProjectLabel } from "../../server/domain/project_labels/create.ts";
import { Invalid } from "../../server/domain/core/errors.ts";
import { perform, type ReadContext, type Services } from "../../server/domain/core/operation.ts";
import { postProjectUpdate } from "../../server/domain/project_updates/post.ts";
import {
  type ListedProject,
  listedProject,
  projectMatches,
  projectMatchesFor,
} from "../../server/domain/projects/filters/snapshot.ts";
import { listProjects } from "../../server/domain/projects/list.ts";
import {
  healths,
  priorities,
  projectStatuses,
  taskStatuses,
} from "../../server/domain/vocabulary.ts";
import { ProjectListing, projectSorts } from "../../server/domain/projects/schema.ts";
import { archiveProject } from "../../server/domain/projects/archive.ts";
import { archiveTask } from "../../server/domain/tasks/archive.ts";
import { listedTask } from "../../server/domain/tasks/filters/snapshot.ts";
import { locateTask } from "../../server/domain/tasks/locate.ts";
import { taskMatches, taskMatchesFor } from "../../server/domain/tasks/filters/match.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { withDays } from "../../server/domain/tasks/resolve_filters.ts";
import { TaskListing } from "../../server/domain/tasks/schema.ts";
import { archiveView } from "../../server/domain/saved_views/archive.ts";
import { createView } from "../../server/domain/saved_views/create.ts";
import { listViewTasks } from "../../server/domain/saved_views/tasks.ts";
import { type Cast, withCast } from "../support/cast.ts";
import { planner } from "../support/projects.ts";
import { sorts } from "../support/task_lists.ts";
import { seedsOf } from "../support/seeds.ts";
import { createWorld, testStart } from "../support/world.ts";

const seeds = seedsOf(20_262);
const words = "gate Hinge Build ui Lantern wíck wick Gatehouse ENG-3 ppl".split(" ");
const reader = (member: Member) => ({
  id: member.profile.id,
  hiddenTeamIds: member.hiddenTeamIds,
});
/** Values for up to three of a list's filters. With more, lists would be empty. */
const someOf = <L>(filters: Record<keyof L, fc.Arbitrary<string>>) =>
  fc.subarray(Object.entries<fc.Arbitrary<string>>(filters), { maxLength: 3 })
    .chain((chosen) => fc.record(Object.fromEntries(chosen)));
const list = (values: readonly string[]) =>
  fc.subarray([...values], { minLength: 1, maxLength: 3 }).map((chosen) => chosen.join(","));
/** One to three words, as in a filter with several values. */
const several = (words: readonly string[]) =>
  fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 })
    .map((chosen) => chosen.join(","));
const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 2 })
  .map((chosen) => chosen.join(" "));

/** A public, a private, and a hidden project for tasks. */
async function addProjects(cast: Cast) {
  const { project } = planner(cast);
  return [
    await project(cast.ada, { name: "Gatehouse" }),
    await project(cast.ada, { name: "Offices", teamIds: [cast.teams.ppl] }),
    await project(cast.ada, { name: "Bridge", teamIds: [cast.teams.ppl, cast.teams.eng] }),
  ];
}

/** Various tasks, including drafts, archived tasks, and tasks with comments. */
async function addTasks(
  cast: Cast,
  projectIds: string[],
  milestoneIds: string[],
  seed: number,
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
    deadlineAt: fc.option(fc.constantFrom("2026-05-01", "2026-03-13")),
    tags: fc.subarray(["Bug", "Feature"]),
    draft: fc.boolean(),
    said: fc.option(text),
    below: fc.boolean(),
    archived: fc.constantFrom(true, false, false),
  });
  const ids: string[] = [];
  const parents: string[] = [];
  for (const { said, below, archived, ...input } of fc.sample(task, { numRuns: 40, seed })) {
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

/** Checks that a task matches a view's filters if and only if the view shows it, for everyone. */
const matchTasks = (seed: number) =>
  withCast(createWorld(), async (cast) => {
    const { services } = cast.world;
    const context = contextOf(cast);
    const { run } = planner(cast);
    const projects = await addProjects(cast);
    const milestones = await Promise.all(
      projects.slice(0, 2).map(async ({ id }) =>
        (await planner(cast).milestone(cast.ada, id, "Beta")).id
      ),
    );
    const ids = await addTasks(cast, projects.map(({ id }) => id), milestones, seed);
    const tasks = await Promise.all(
      ids.map(async (id) => await listedTask(context, await locateTask(context, id), true)),
    );
    const people = [cast.ada, cast.bao, cast.chidi, cast.dina].map(({ member }) => member);
    const known = people.map(({ profile }) => profile.id);
    const named = projects.flatMap(({ id, key }) => [id, key, key.toLowerCase()]);
    const labelIds = tasks.flatMap(({ labels }) => labels.map(({ id }) => id));
    const team = several([cast.teams.eng, cast.teams.ppl, "ENG", "ppl"]);
    const milestone = several(["none", ...milestones]);
    const project = several(["none", "none", ...named]);
    const somebody = ["me", people[1]!.profile.username, ...known];
    const [person, assignee] = [several(somebody), several(["none", ...somebody])];
    const label = several(["bug", "BUG", "feature", "None", "none", ...labelIds]);
    const moment = fc.oneof(
      fc.integer({ min: 5, max: 35 })
        .map((minutes) => new Date(Date.parse(testStart) + minutes * 60_000).toISOString()),
      fc.constantFrom("today", "-1d", "1d", "2026-03-12"),
    );
    const day = fc.constantFrom("2026-05-01", "2026-05-02", "today", "1d", "2d");
    const filters = someOf<TaskListing>({
      teamId: team,
      notTeamId: team,
      projectId: project,
      notProjectId: project,
      milestoneId: milestone,
      notMilestoneId: milestone,
      status: list(taskStatuses),
      notStatus: list(taskStatuses),
      includeDrafts: fc.constantFrom("true", "true", "false"),
      archived: fc.constantFrom("true", "true", "false"),
      assigneeId: assignee,
      notAssigneeId: assignee,
      label,
      notLabel: label,
      allLabels: several(["bug", "Feature", ...labelIds]),
      priority: list(priorities),
      notPriority: list(priorities),
      creatorId: person,
      notCreatorId: person,
      parentId: fc.constantFrom("none", ...tasks.flatMap(({ parent_id }) => parent_id ?? [])),
      notParentId: fc.constant("none"),
      closedSince: moment,
      createdAfter: moment,
      createdBefore: moment,
      updatedSince: moment,
      updatedBefore: moment,
      completedAfter: moment,
      completedBefore: moment,
      deadlineAt: fc.oneof(day, fc.constant("none")),
      notDeadlineAt: fc.constant("none"),
      deadlineAfter: day,
      deadlineBefore: day,
      q: text,
      sort: fc.constantFrom(...sorts),
    });
    let shown = 0;
    const property = fc.asyncProperty(filters, async (asked) => {
      const { sort: sorting, ...filters } = asked;
      const made = { name: "All", scope: "workspace", filters, sorting };
      const { id: viewId, json: view } = await run(cast.ada, createView, made);
      const stored = parseJson(view);
      const kept = TaskListing.parse({ ...stored.filters, sort: stored.sorting });
      const listing = withDays(kept, services.clock(), cast.ada.member.workspace.timeZone);
      for (const member of people) {
        const matching = tasks.filter((task) =>
          taskMatches(listing, task) && taskMatchesFor(listing, task, reader(member))
        );
        const page = await perform(services, member, listViewTasks, { viewId, limit: "250" });
        const listed = parseJson(page.records).map(({ id }) => id);
        assert.deepEqual(matching.map(({ id }) => id).sort(), listed.sort());
        shown += listed.length;
      }
      // A person can have 200 views
      await run(cast.ada, archiveView, { viewId });
    });
    await fc.assert(property, { numRuns: 600, seed });
    assert.ok(shown > 1_000, `${shown} tasks were shown, too few to tell anything`);
  });

/** Various projects, including archived projects and projects with updates. */
async function addListedProjects(cast: Cast, seed: number): Promise<ListedProject[]> {
  const { ada, bao, teams } = cast;
  const { run, project } = planner(cast);
  for (const name of ["Masonry", "Timber"]) await run(ada, createProjectLabel, { name });
  const people = [ada, bao].map(({ member }) => member.profile.id);
  const input = fc.record({
    name: text,
    summary: fc.option(text),
    description: fc.option(text),
    status: fc.constantFrom(...projectStatuses),
    priority: fc.constantFrom(...priorities),
    leadId: fc.option(fc.constantFrom(...people)),
    memberIds: fc.subarray(people),
    teamIds: fc.subarray([teams.eng, teams.ppl]),
    labels: fc.subarray(["Masonry", "Timber"]),
    targetDate: fc.option(fc.constantFrom("2026-05-01", "2026-06-01")),
    health: fc.option(fc.constantFrom(...healths)),
    archived: fc.constantFrom(true, false, false),
  });
  const ids: string[] = [];
  for (const { archived, health, ...one } of fc.sample(input, { numRuns: 25, seed })) {
    cast.world.clock.advance({ minutes: 1 });
    const { id } = await project(ada, one);
    if (health) await run(ada, postProjectUpdate, { projectId: id, health, body: "So it stands." });
    if (archived) await run(ada, archiveProject, { projectId: id });
    ids.push(id);
  }
  return await Promise.all(ids.map((id) => listedProject(contextOf(cast), id)));
}

/** Returns what Ada reads. */
function contextOf({ ada, world: { services } }: Cast): ReadContext<Member> {
  return { actor: ada.member, db: services.database.read, now: services.clock(), services };
}

/** Checks that a project matches filters if and only if a list with the filters shows it, for everyone. */
const matchProjects = (seed: number) =>
  withCast(createWorld(), async (cast) => {
    const { ada, bao, teams } = cast;
    const { services } = cast.world;
    const projects = await addListedProjects(cast, seed);
    const people = [ada, bao, cast.chidi, cast.dina].map(({ member }) => member);
    const known = people.map(({ profile }) => profile.id);
    const filters = someOf<ProjectListing>({
      status: list(projectStatuses),
      leadId: fc.constantFrom("me", "none", ...known),
      memberId: fc.constantFrom("me", ...known),
      teamId: fc.constantFrom(teams.eng, teams.ppl, "ENG", "ppl"),
      label: fc.constantFrom("masonry", "TIMBER", projects.flatMap(({ labels }) => labels)[0]!.id),
      health: list([...healths, "none"]),
      priority: list(priorities),
      archived: fc.constantFrom("true", "false"),
      updatedSince: fc.integer({ min: 0, max: 25 })
        .map((minutes) => new Date(Date.parse(testStart) + minutes * 60_000).toISOString()),
      q: text,
      sort: fc.constantFrom(...projectSorts),
    });
    let shown = 0;
    const property = fc.asyncProperty(filters, async (asked) => {
      const listing = ProjectListing.parse(asked);
      for (const member of people) {
        const matching = projects.filter((one) =>
          projectMatches(listing, one) && projectMatchesFor(listing, one, reader(member))
        );
        const listed = await listedFor(services, member, asked);
        assert.deepEqual(listed.sort(), matching.map(({ id }) => id).sort());
        shown += listed.length;
      }
    });
    await fc.assert(property, { numRuns: 300, seed });
    assert.ok(shown > 1_000, `${shown} projects were shown, too few to tell anything`);
  });

for (const seed of seeds) {
  Deno.test(`a task matches a view's filters if and only if the view shows it, for everyone (seed ${seed})`, () =>
    matchTasks(seed));
  Deno.test(`a project matches filters if and only if a list shows it, for everyone (seed ${seed})`, () =>
    matchProjects(seed));
}

/** Returns a list as a person sees it, or nothing if a filter names something hidden. */
async function listedFor(services: Services, member: Member, asked: object): Promise<string[]> {
  try {
    const page = await perform(services, member, listProjects, { ...asked, limit: "250" });
    return parseJson(page.records).map(({ id }) => id);
  } catch (error) {
    if (error instanceof Invalid && error.code === "unknown_filter") return [];
    throw error;
  }
}
