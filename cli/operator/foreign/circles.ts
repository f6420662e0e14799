/**
 * Finds edges in circles: edges whose ends lead to each other (Tarjan's strongly connected components, without recursion,
 * because a chain can be as long as a file).
 * @returns the edges' indexes
 */
export function edgesInCircles(
  edges: readonly (readonly [from: string, to: string])[],
): Set<number> {
  const next = new Map<string, string[]>();
  for (const [from, to] of edges) {
    const all = next.get(from);
    if (all) all.push(to);
    else next.set(from, [to]);
  }
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const circle = new Map<string, number>();
  const open: string[] = [];
  const visit = (node: string) => {
    order.set(node, order.size);
    lowest.set(node, order.get(node)!);
    open.push(node);
    return { node, at: 0 };
  };
  for (const start of next.keys()) {
    if (order.has(start)) continue;
    const path = [visit(start)];
    while (path.length > 0) {
      const here = path.at(-1)!;
      const to = next.get(here.node)?.[here.at++];
      if (to !== undefined) {
        if (!order.has(to)) path.push(visit(to));
        else if (!circle.has(to)) lower(lowest, here.node, order.get(to)!);
        continue;
      }
      path.pop();
      const before = path.at(-1);
      if (before) lower(lowest, before.node, lowest.get(here.node)!);
      if (lowest.get(here.node) !== order.get(here.node)) continue;
      for (let one = ""; one !== here.node;) {
        one = open.pop()!;
        circle.set(one, order.get(here.node)!);
      }
    }
  }
  return new Set(
    edges.flatMap(([from, to], at) => circle.get(from) === circle.get(to) ? [at] : []),
  );
}

function lower(lowest: Map<string, number>, node: string, to: number): void {
  if (to < lowest.get(node)!) lowest.set(node, to);
}
