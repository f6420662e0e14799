import { recordActivity } from "../../../server/domain/activity/write.ts";
import type { Member } from "../../../server/domain/core/actor.ts";
import { newId } from "../../../server/domain/core/ids.ts";
import { nameKey } from "../../../server/domain/core/name_key.ts";
import { within, type WriteContext } from "../../../server/domain/core/operation.ts";
import { createMilestone } from "../../../server/domain/milestones/create.ts";
import { addProject } from "../../../server/domain/projects/create.ts";
import { indexTask } from "../../../server/domain/side_effects/search_index.ts";
import { recordSide } from "../../../server/domain/relations/pair.ts";
import { addStartingResources } from "../../../server/domain/resources/create.ts";
import { createTaskLabel } from "../../../server/domain/task_labels/create.ts";
import { storeTask } from "../../../server/domain/tasks/create.ts";
import { touchTask } from "../../../server/domain/tasks/touch.ts";
import { labelColors, mirrored, type RelationKind } from "../../../server/domain/vocabulary.ts";
import { type Here, milestoneKey } from "./here.ts";
import { parentsFirst } from "./order.ts";
import type { PlannedComment, PlannedTask } from "./planning.ts";
import type { PlannedRelation } from "./relations.ts";
import { type Made, nothingMade } from "./report.ts";
import { type Program, programs } from "./task.ts";

type Context = WriteContext<Member>;

/** Writes planned tasks and their labels, projects, and milestones, without notifications. */
export class Writer {
  readonly made: Made = { ...nothingMade };

  constructor(
    private readonly context: Context,
    private readonly here: Here,
    private readonly origin: { from: Program; source: string },
  ) {}

  /** Writes all tasks, each after its parent. */
  async writeAll(tasks: readonly PlannedTask[], each: (done: number) => void): Promise<void> {
    const numbers = tasks.flatMap(({ number }) => number ?? []);
    // Tasks without their own number get a number above all kept ones
    const above = numbers.reduce((most, one) => Math.max(most, one + 1), 1);
    await this.context.tx.updateTable("teams")
      .set((e) => ({ next_number: e.fn("max", ["next_number", e.val(above)]) }))
      .where("id", "=", this.here.team.id).execute();
    for (const [at, task] of parentsFirst(tasks).entries()) {
      await this.#write(task);
      each(at + 1);
    }
  }

  async #write(task: PlannedTask): Promise<void> {
    const { context, here } = this;
    const labels = [];
    for (const label of task.labels) {
      labels.push({ id: await this.#label(label), name: label.name });
    }
    const projectId = task.project === null ? null : await this.#project(task.project);
    const milestoneId = projectId === null || task.milestone === null
      ? null
      : await this.#milestone(projectId, task.milestone, task.milestoneDue);
    const { id } = await storeTask(
      context,
      {
        team_id: here.team.id,
        title: task.title,
        description: task.description,
        status: task.status,
        state_id: task.stateId,
        priority: task.priority,
        assignee_id: task.assigneeId,
        creator_id: task.creatorId,
        parent_id: task.parent === undefined ? null : here.earlier.get(task.parent) ?? null,
        project_id: projectId,
        milestone_id: milestoneId,
        deadline_at: task.deadline,
        draft: 0,
        created_at: task.createdAt,
        updated_at: task.updatedAt,
        completed_at: task.completedAt,
      },
      [...new Map(labels.map((one) => [one.id, one])).values()],
      task.number,
    );
    here.earlier.set(task.key, id);
    this.made.tasks++;
    await this.addComments(id, task.comments);
    await addStartingResources(context, id, task.links);
    this.made.links += task.links.length;
    await this.#remember(id, task);
    if (task.archivedAt) await this.#archive(id, task.archivedAt);
    indexTask(context, id);
  }

  /** Adds comments to a task, and stores their keys. */
  async addComments(taskId: string, comments: readonly PlannedComment[]): Promise<void> {
    const { tx, actor } = this.context;
    for (const { key, authorId, at, bodies } of comments) {
      for (const body of bodies) {
        await tx.insertInto("comments").values({
          id: newId("com", new Date(at)),
          workspace_id: actor.workspace.id,
          task_id: taskId,
          author_id: authorId,
          body,
          created_at: at,
          edited_at: null,
          deleted_at: null,
        }).execute();
        this.made.comments++;
      }
      if (key === "") continue;
      await tx.insertInto("imported_comments").values({ task_id: taskId, foreign_key: key })
        .execute();
    }
  }

  /** Adds new comments to a task of an earlier import. */
  async addLaterComments(taskId: string, comments: readonly PlannedComment[]): Promise<void> {
    await this.addComments(taskId, comments);
    await touchTask(this.context, taskId);
    indexTask(this.context, taskId);
  }

  /** Adds relations, after all tasks are written. Tasks of earlier imports get an activity entry. */
  async relate(relations: readonly PlannedRelation[]): Promise<void> {
    const { tx, now } = this.context;
    for (const { task, kind, other } of relations) {
      const ids = [task, other].map((key) => this.here.earlier.get(key)!);
      const [one, another] = (kind === "relatesTo" ? ids.toSorted() : ids) as [string, string];
      await tx.insertInto("task_relations").values({
        task_id: one,
        kind,
        other_id: another,
        created_at: now.toISOString(),
      }).execute();
      this.made.relations++;
      await this.#recordRelation(one, kind, another);
      await this.#recordRelation(another, mirrored[kind], one);
    }
  }

  async #recordRelation(subjectId: string, kind: RelationKind, namedId: string): Promise<void> {
    if (!this.here.before.has(subjectId)) return await touchTask(this.context, subjectId);
    const named = await this.context.tx.selectFrom("tasks")
      .select(["id", "team_id", "number", "title"]).where("id", "=", namedId)
      .executeTakeFirstOrThrow();
    await recordSide(this.context, { subject: { id: subjectId }, kind, named }, "added");
  }

  async #remember(taskId: string, { key, called }: PlannedTask): Promise<void> {
    const { tx, actor } = this.context;
    await tx.insertInto("imported_tasks").values({
      workspace_id: actor.workspace.id,
      source: this.origin.source,
      foreign_key: key,
      task_id: taskId,
    }).execute();
    const to = { source: programs[this.origin.from], key: called };
    await recordActivity(this.context, taskId, { kind: "task.imported", data: { to } });
  }

  /** Archives a task after writing it, and corrects the team's count. */
  async #archive(taskId: string, at: string): Promise<void> {
    const { tx } = this.context;
    await tx.updateTable("tasks").set({ archived_at: at }).where("id", "=", taskId).execute();
    await tx.updateTable("teams").set((e) => ({ task_count: e("task_count", "-", 1) }))
      .where("id", "=", this.here.team.id).execute();
  }

  async #label({ name, color }: PlannedTask["labels"][number]): Promise<string> {
    return await this.#foundOrMade(this.here.labels, nameKey(name), async () => {
      const known = labelColors.find((one) => one === color);
      const made = await within(this.context, createTaskLabel, {
        name,
        ...(known && { color: known }),
      });
      this.made.labels++;
      return made.id;
    });
  }

  async #project(name: string): Promise<string> {
    return await this.#foundOrMade(this.here.projects, nameKey(name), () => {
      this.made.projects++;
      return addProject(this.context, { name, teamIds: [this.here.team.id] });
    });
  }

  async #milestone(projectId: string, name: string, targetDate: string | null): Promise<string> {
    return await this.#foundOrMade(
      this.here.milestones,
      milestoneKey(projectId, name),
      async () => {
        const made = await within(this.context, createMilestone, {
          projectId,
          name,
          ...(targetDate && { targetDate }),
        });
        this.made.milestones++;
        return made.id;
      },
    );
  }

  async #foundOrMade(
    known: Map<string, string>,
    key: string,
    make: () => Promise<string>,
  ): Promise<string> {
    const id = known.get(key) ?? await make();
    known.set(key, id);
    return id;
  }
}
