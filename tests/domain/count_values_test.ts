import assert from "node:assert/strict";
import { perform } from "../../server/domain/core/operation.ts";
import { countValues } from "../../server/domain/tasks/count_values.ts";
import type { Cast, Person } from "../support/cast.ts";
import { withCast } from "../support/cast.ts";
import { planner } from "../support/projects.ts";
import { stock, titles } from "../support/task_lists.ts";
import { createWorld } from "../support/world.ts";

const count = ({ world }: Cast, by: Person, filters: Record<string, string> = {}) =>
  perform(world.services, by.member, countValues, filters);

Deno.test("each value's count is the number of tasks in a list with only that value", () =>
  withCast(createWorld(), async (cast) => {
    await stock(cast);
    const lists: Record<string, string>[] = [
      {},
      { status: "planned" },
      { notLabel: "bug" },
      { allLabels: "bug,feature", notStatus: "planned" },
      { assigneeId: "me,chidi", teamId: "ENG" },
      { q: "gate" },
    ];
    const own = {
      status: ["status", "notStatus"],
      priority: [],
      assigneeId: ["assigneeId"],
      label: ["label", "notLabel", "allLabels"],
      teamId: ["teamId"],
      creatorId: [],
      projectId: [],
      milestoneId: [],
    } as const;
    for (const filters of lists) {
      const counted = await count(cast, cast.ada, filters);
      for (const [field, names] of Object.entries(own)) {
        const { counts, whole } = counted[field as keyof typeof own];
        assert.ok(whole);
        const others = Object.entries(filters)
          .filter(([name]) => !(names as readonly string[]).includes(name));
        for (const [value, n] of Object.entries(counts)) {
          const list = await titles(cast, { ...Object.fromEntries(others), [field]: value });
          assert.equal(n, list.length, `${field}=${value} beside ${JSON.stringify(filters)}`);
        }
        const all = await titles(cast, Object.fromEntries(others));
        const sum = Object.values(counts).reduce((a, b) => a + b, 0);
        assert.ok(field === "label" ? sum >= all.length : sum === all.length, field);
      }
    }
  }));

Deno.test("hidden tasks aren't counted, and tasks of a hidden project count as having no project", () =>
  withCast(createWorld(), async (cast) => {
    await stock(cast);
    const quiet = await planner(cast).project(cast.ada, { name: "Quiet", teamIds: ["PPL"] });
    await cast.task(cast.ada, { projectId: quiet.id });
    const seen = await count(cast, cast.ada);
    assert.equal(seen.projectId.counts[quiet.id], 1);
    assert.equal(seen.teamId.counts[cast.teams.ppl], 1);
    const hidden = await count(cast, cast.chidi);
    assert.deepEqual(hidden.projectId.counts, { none: 5 });
    assert.deepEqual(Object.keys(hidden.teamId.counts), [cast.teams.eng]);
  }));
