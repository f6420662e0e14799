import { type RawBuilder, RawNode, sql } from "kysely";

/**
 * SQL without values of its own as one piece of text, so that a statement that holds it is built faster.
 * @throws TypeError where it holds a value
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
