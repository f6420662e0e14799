import type {
  ChosenProject,
  ProjectOptionList,
  ProjectOptions,
} from "../../../views/projects/properties/property.ts";
import type { Member } from "../../domain/core/actor.ts";
import { listProjectLabels } from "../../domain/project_labels/list.ts";
import { membersOf, searchTextIn, teamsOf } from "../choices.ts";
import type { PageContext } from "../context.ts";
import { datesFor } from "../tasks/property_options.ts";

type Reader = (
  at: PageContext<Member>,
  project: ChosenProject,
  who: { working?: true },
) => ProjectOptions | Promise<ProjectOptions>;

/**
 * Reads the options of a property's menu: those that match the typed text, and the project's current values.
 * @param who which people to include
 */
export async function readProjectOptions(
  at: PageContext<Member>,
  needs: ProjectOptionList,
  project: ChosenProject,
  who: { working?: true } = {},
): Promise<ProjectOptions> {
  return await readers[needs](at, project, who);
}

const readers: Record<ProjectOptionList, Reader> = {
  async members(at, { leadId, memberIds }, who) {
    const named = [at.viewer.profile.id, leadId, ...memberIds];
    const { records: members, more } = await membersOf(at, { q: searchTextIn(at.url), named }, who);
    return { members, more };
  },
  async teams(at, project) {
    const named = project.teams.map(({ id }) => id);
    const { records: teams, more } = await teamsOf(at, { q: searchTextIn(at.url), named });
    return { teams, more };
  },
  labels: async (at) => ({ labels: await at.askAll(listProjectLabels) }),
  dates: (at) => datesFor(at, searchTextIn(at.url)),
};
