import { makeMachine } from "../cli/support/operator.ts";
import { backUpUnderWriters } from "../support/durability/backup.ts";
import type { Durability } from "../support/durability/compare.ts";
import { killUnderWriters } from "../support/durability/kill.ts";
import { writeThroughTwo } from "../support/durability/two_processes.ts";
import type { TemporaryFolder } from "../support/folder.ts";

const urlIn = (folder: TemporaryFolder) => `file:${folder.file("backlog.db")}`;

/** What becomes of writes that were answered, by what comes over the server. A full disk is one of the bad days. */
export const durabilities: {
  name: string;
  measure: (folder: TemporaryFolder) => Promise<Durability>;
}[] = [
  {
    name: "kill -9 under 16 writers, five times",
    measure: (folder) => killUnderWriters(urlIn(folder), [50, 150, 300, 450, 600]),
  },
  {
    name: "two processes on one file, 16 writers",
    measure: (folder) => writeThroughTwo(urlIn(folder), 1_500),
  },
  {
    name: "backup under load, three copies",
    async measure() {
      await using machine = await makeMachine();
      const copies = await backUpUnderWriters(machine, [300, 300, 300]);
      return {
        acknowledged: copies.flatMap(({ acknowledged }) => acknowledged),
        lost: copies.flatMap(({ lost }) => lost),
      };
    },
  },
];
