import { roadmapPath } from "../../../views/project_paths.ts";
import { projectDatesPagePath } from "../../../views/roadmap_paths.ts";
import { datesInWords } from "../../../views/projects/marks.tsx";
import { parseJson } from "../../domain/core/json.ts";
import { rescheduleProject } from "../../domain/projects/reschedule.ts";
import { ProjectPatch } from "../../domain/projects/schema.ts";
import { action } from "../action.ts";
import { changingForm, checked, number } from "../forms.ts";
import { pageClockOf } from "../page_clock.ts";
import { describeSkippedProjects, doneTo, joinProjectKeys } from "../projects/undo.ts";

const { startDate, targetDate } = ProjectPatch.shape;

/** Changes a project's dates. With `carry`, dependent projects move too. */
export const changeDates = action({
  path: projectDatesPagePath,
  closes: ["dates"],
  form: { ...changingForm({ startDate, targetDate }), version: number, carry: checked },
  does: ({ version, ...dates }, { perform, params }) =>
    perform(rescheduleProject, { ...params, ...dates, sinceVersion: version }),
  says({ projects, left }, _form, at) {
    const [first, ...carried] = parseJson(projects);
    const dates = datesInWords(first!, pageClockOf(at));
    const along = carried.length > 0 ? `. ${joinProjectKeys(carried)} moved too` : "";
    const but = left.length > 0 ? `. Not moved: ${describeSkippedProjects(left)}` : "";
    return doneTo(first!.id, `${first!.name}: ${dates}${along}${but}`, at);
  },
  home: () => roadmapPath,
  of: ({ projectId }) => projectId,
});
