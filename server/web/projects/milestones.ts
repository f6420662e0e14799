import {
  milestonePagePath,
  milestonePlacePagePath,
  milestonesPagePath,
  milestonesPath,
} from "../../../views/project_detail_paths.ts";
import { projectPath } from "../../../views/project_paths.ts";
import type { Member } from "../../domain/core/actor.ts";
import { NotFound } from "../../domain/core/errors.ts";
import { createMilestone } from "../../domain/milestones/create.ts";
import { listMilestones } from "../../domain/milestones/list.ts";
import { MilestoneCreate, MilestonePatch } from "../../domain/milestones/schema.ts";
import { archiveMilestone, updateMilestone } from "../../domain/milestones/update.ts";
import { type Action, action, unchanged } from "../action.ts";
import type { ActionContext, PageContext } from "../context.ts";
import { changingForm, makingForm, number, placeIn } from "../forms.ts";

const home = ({ projectId }: { projectId: string }) => projectPath(projectId);
const of = ({ milestoneId }: { milestoneId: string }) => milestoneId;

/** Adds a milestone at the end. The form stays open for another one. */
export const addMilestone = action({
  path: milestonesPagePath,
  form: makingForm({
    name: MilestoneCreate.shape.name,
    targetDate: MilestoneCreate.shape.targetDate,
  }),
  does: (form, { perform, params: { projectId } }) =>
    perform(createMilestone, { projectId, ...form }),
  says: ({ id, name }, _form, { params: { projectId } }) => ({
    text: `Milestone ${name} added`,
    undo: { action: archiveMilestoneAction, path: milestonesPath(projectId, id) },
  }),
  home,
});

const naming = changingForm({
  name: MilestonePatch.shape.name,
  targetDate: MilestonePatch.shape.targetDate,
});

/** Changes a milestone's name, date, or position, unless someone changed the milestone in the meantime. */
export const changeMilestone = action({
  path: milestonePagePath,
  closes: ["milestone"],
  form: { ...naming, position: placeIn, from: placeIn, version: number },
  async does({ version, position, from, ...named }, at) {
    const before = await milestoneOf(at, at.params);
    // If others moved the milestone, it stays there, unless this form moves it too
    const patch = position === from ? named : { ...named, position };
    const now = await at.perform(updateMilestone, { ...at.params, version, patch });
    return { before, now };
  },
  says({ before, now }, _form, { params: { projectId } }) {
    if (before.version === now.version) return unchanged(`the milestone ${now.name}`);
    const along = {
      name: before.name,
      targetDate: before.targetDate ?? "",
      ...(before.position !== now.position && { position: String(before.position) }),
    };
    return {
      text: `Milestone ${now.name} saved`,
      undo: { action: putMilestoneBack, path: milestonesPath(projectId, now.id), along },
    };
  },
  home,
  of,
});

/** Undoes a change to a milestone's name, date, or position. */
export const putMilestoneBack: Action = action({
  path: milestonePagePath,
  button: "act=back",
  form: { ...naming, position: placeIn },
  does: ({ position, ...named }, { perform, params }) => {
    const patch = position === undefined ? named : { ...named, position };
    return perform(updateMilestone, { ...params, patch });
  },
  says: () => ({ text: "Milestone change undone" }),
  home,
});

export const archiveMilestoneAction: Action = action({
  path: milestonePagePath,
  button: "act=archive",
  closes: ["milestone"],
  form: {},
  async does(_form, at) {
    const { position: was } = await milestoneOf(at, at.params);
    return { ...await at.perform(archiveMilestone, at.params), was };
  },
  says: ({ id, name, was }, _form, { params: { projectId } }) => ({
    text: `Milestone ${name} archived. Its tasks keep the milestone.`,
    undo: {
      action: restoreMilestoneAction,
      path: milestonesPath(projectId, id),
      along: { position: String(was) },
    },
  }),
  home,
  of,
});

/** Restores a milestone at its former position. */
export const restoreMilestoneAction: Action = action({
  path: milestonePagePath,
  button: "act=restore",
  form: { position: number },
  does: ({ position }, { perform, params }) =>
    perform(updateMilestone, { ...params, patch: { archived: false, position } }),
  says: ({ name }) => ({ text: `Milestone ${name} restored` }),
  home,
});

/** Saves a milestone's position, which the page already shows. */
export const placeMilestone: Action = action({
  path: milestonePlacePagePath,
  changes: "nothing",
  form: { position: number },
  does: place,
  says({ before, now }, _form, { params: { projectId } }) {
    if (before === now.position) return null;
    return {
      text: `Milestone ${now.name} moved to position ${now.position + 1}`,
      quiet: true,
      undo: {
        action: placeMilestoneAgain,
        path: `${milestonesPath(projectId, now.id)}/place`,
        along: { position: String(before) },
      },
    };
  },
  home,
});

/** Moves a milestone back to its former position. */
export const placeMilestoneAgain: Action = action({
  path: milestonePlacePagePath,
  button: "act=again",
  form: { position: number },
  does: place,
  says: ({ now: { name } }) => ({ text: `Milestone ${name} moved back to its earlier position` }),
  home,
});

interface MilestoneIds {
  projectId: string;
  milestoneId: string;
}

async function place(
  { position }: { position: number },
  at: Placing,
) {
  const before = (await milestoneOf(at, at.params)).position;
  return { before, now: await at.perform(updateMilestone, { ...at.params, patch: { position } }) };
}

/** Reads a milestone. @throws NotFound */
async function milestoneOf({ askAll }: Asking, { projectId, milestoneId }: MilestoneIds) {
  const all = await askAll(listMilestones, { projectId, includeArchived: "true" });
  const found = all.find(({ id }) => id === milestoneId);
  if (!found) throw new NotFound(`This project has no milestone ${milestoneId}.`);
  return found;
}

type Asking = Pick<PageContext<Member>, "askAll">;
type Placing = Pick<ActionContext<Member>, "askAll" | "perform"> & { params: MilestoneIds };
