import type { Task, TaskDetail } from "../../server/domain/tasks/schema.ts";
import { Icon } from "../icons.tsx";
import { Markdown, type ShownTexts } from "../markdown.tsx";
import { taskPath, withQuery } from "../paths.ts";
import { approvalsPath, approverPath } from "../task_paths.ts";
import { Avatar, Unassigned } from "../ui/avatar.tsx";
import { KeptForm } from "../ui/kept_form.tsx";
import { MarkdownField, markdownHint } from "../ui/markdown_field.tsx";
import { Ago, type PageClock } from "../ui/time.tsx";
import type { Commenting } from "./comments.tsx";
import { Menu, MenuNote } from "../ui/menu.tsx";
import { OpenLink } from "../parts/open_link.tsx";
import type { Approver, OpenForms } from "./open_forms.ts";

type Approval = TaskDetail["approvals"][number];

interface ApprovalsProps {
  task: TaskDetail;
  commenting: Commenting;
  forms: OpenForms;
  texts: ShownTexts;
  clock: PageClock;
}

/** The open approval requests of a task, and the form for a new one. */
export function Approvals(props: ApprovalsProps) {
  const { task, commenting, forms } = props;
  const asking = commenting.allowed &&
    (forms.add === "approval" || forms.refused.approval !== undefined);
  if (task.approvals.length === 0 && !asking) return null;
  return (
    <section class="approvals" aria-label="Approvals">
      {task.approvals.map((approval) => <OpenApproval {...props} approval={approval} />)}
      {asking && <AskForm task={task} commenting={commenting} forms={forms} />}
    </section>
  );
}

function OpenApproval(props: ApprovalsProps & { approval: Approval }) {
  const { task, approval, commenting, texts, clock } = props;
  const { requester, approver, createdAt } = approval;
  const mine = approver.id === commenting.viewerId;
  return (
    <article class="approval" id={approval.id}>
      <header>
        <Icon name="approval" />
        <span>
          <bdi>{requester.id === commenting.viewerId ? "You" : requester.name}</bdi>{" "}
          requested approval from <bdi>{mine ? "you" : approver.name}</bdi>{" "}
          <Ago at={createdAt} clock={clock} />
        </span>
      </header>
      <Markdown of={approval.id} texts={texts} />
      {task.archivedAt === null && <Answer {...props} mine={mine} />}
    </article>
  );
}

/** Lets the approver decide, and the requester or a manager withdraw the request. */
function Answer({ task, approval, commenting, forms, mine }: ApprovalsProps & {
  approval: Approval;
  mine: boolean;
}) {
  const withdraws = commenting.manager || approval.requester.id === commenting.viewerId;
  if (!mine && !withdraws) return null;
  const { decision } = forms.refused;
  const typed = decision?.id === approval.id ? decision : undefined;
  return (
    <KeptForm
      id={`decide-${approval.id}`}
      action={approvalsPath(task.reference, approval.id)}
      keeps={`${approval.id}:comment`}
      error={typed?.error}
    >
      {mine && (
        <textarea
          class="input"
          name="comment"
          rows={1}
          data-limit={20_000}
          aria-label="Comment on your decision"
          placeholder="Add a comment (optional)"
        >
          {typed?.comment ?? ""}
        </textarea>
      )}
      <div class="form-actions">
        {mine && (
          <>
            <button
              type="submit"
              class="button"
              data-kind="primary"
              name="decision"
              value="approved"
            >
              Approve
            </button>
            <button type="submit" class="button" name="decision" value="declined">Decline</button>
          </>
        )}
        {withdraws && (
          <button type="submit" class="button" name="act" value="withdraw">
            Withdraw
          </button>
        )}
      </div>
    </KeptForm>
  );
}

const noApprover = "Choose an approver";
const approverLabel = "Approver";

function AskForm({ task, commenting, forms }: Omit<ApprovalsProps, "texts" | "clock">) {
  const typed = forms.refused.approval;
  const wanted = typed?.approverId ?? forms.approver;
  const chosen = forms.approvers.find(({ id }) => id === wanted);
  return (
    <KeptForm
      class="approval"
      id="new-approval"
      action={approvalsPath(task.reference)}
      keeps={`${task.id}:approval`}
      error={typed?.error}
      keepsAll
      saveKey
    >
      <div class="approval-who">
        <label for="approver" id="approver-of">{approverLabel}</label>
        <select class="input" id="approver" name="approverId" required data-any>
          <option value="">{noApprover}</option>
          {forms.approvers.map(({ id, name }) => (
            <option value={id} selected={id === chosen?.id}>{name}</option>
          ))}
        </select>
        <a
          class="pill"
          id="pill-approver"
          role="button"
          aria-haspopup="dialog"
          aria-labelledby="approver-of pill-approver"
          href={approverPath(task.reference)}
          data-menu="approver"
          data-pill="approverId"
          data-chosen={chosen !== undefined || undefined}
          autofocus
        >
          {chosen ? <Avatar person={chosen} /> : <Unassigned />}
          <span>{chosen?.name ?? noApprover}</span>
        </a>
      </div>
      <MarkdownField
        id="approval-text"
        name="body"
        label="Request details"
        value={typed?.body ?? ""}
        rows={3}
        limit={20_000}
        placeholder={`What needs approval? ${markdownHint}`}
        required
        taskId={task.id}
      />
      <div class="form-actions">
        <button type="submit" class="button" data-kind="primary">Request approval</button>
        <OpenLink href={taskPath(task.reference, commenting.historyRange)} kind="quiet" cancels>
          Cancel
        </OpenLink>
      </div>
    </KeptForm>
  );
}

/** The menu that chooses the approver. @param props.chosen the current approver's ID */
export function ApproverMenu({ task, approvers, chosen, q, more }: {
  task: Pick<Task, "reference">;
  approvers: readonly Approver[];
  chosen: string;
  /** The search text. */
  q: string;
  /** Whether only a search finds some of the members. */
  more: boolean;
}) {
  if (approvers.length === 0 && !q) {
    return (
      <MenuNote name={approverLabel}>
        This workspace has no other members yet. Invite someone first.
      </MenuNote>
    );
  }
  const field = "approverId";
  const path = taskPath(task.reference);
  const choices = approvers.map((person) => ({
    name: person.name,
    hint: person.username ?? undefined,
    icon: <Avatar person={person} />,
    chosen: person.id === chosen,
    send: { name: field, value: person.id },
  }));
  return (
    <Menu
      name={approverLabel}
      groups={[{ choices }]}
      finds={more
        ? { path: withQuery(approverPath(task.reference), { [field]: chosen }), q }
        : undefined}
      fills={{ field, path, along: [["add", "approval"]] }}
    />
  );
}
