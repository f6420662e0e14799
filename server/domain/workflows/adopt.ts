import { sql } from "kysely";
import type { Db } from "../operation.ts";

/**
 * Gives a team's tasks the states of another workflow: each keeps its status, and gets the state of the same name
 * or else the status's first. Archived tasks too, so that they come back with a state that is there.
 */
export async function adoptWorkflow(tx: Db, teamId: string, workflowId: string): Promise<void> {
  await sql`
    update tasks set version = version + 1, state_id = coalesce(
      (select to_state.id from workflow_states to_state
        join workflow_states from_state on from_state.id = tasks.state_id
        where to_state.workflow_id = ${workflowId} and to_state.status = tasks.status
          and to_state.name = from_state.name collate nocase
        order by to_state.position limit 1),
      (select s.id from workflow_states s
        where s.workflow_id = ${workflowId} and s.status = tasks.status
        order by s.position limit 1))
    where team_id = ${teamId}`.execute(tx);
}
