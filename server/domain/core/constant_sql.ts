import { type RawBuilder, RawNode, sql } from "kysely";

/**
 * Returns SQL without parameters as a single text, so that statements that contain it are built faster.
 * @throws TypeError if it contains a parameter
 */
export function constantSql(built: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql.raw(textOf(built.toOperationNode()));
}

function textOf({ sqlFragments, parameters }: RawNode): string {
  return sqlFragments.map((fragment, n) => {
    const inner = parameters[n];
    if (!inner) return fragment;
    if (!RawNode.is(inner)) throw new TypeError("This SQL holds a value.");
    return fragment + textOf(inner);
  }).join("");
}
