/** A connection to a server that can be cut and restored. */
export interface Wire extends AsyncDisposable {
  url: string;
  /** The number of connection attempts while it was cut. */
  refused: number;
  cut(): void;
  mend(): void;
}

/** @param target the server's address */
export function layWire(target: string): Wire {
  const to = { hostname: "127.0.0.1", port: Number(new URL(target).port) };
  const ends = new Set<Deno.Conn>();
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  let whole = true;
  const close = (end: Deno.Conn) => {
    if (!ends.delete(end)) return;
    try {
      end.close();
    } catch { /* it is closed already */ }
  };
  const carry = async (near: Deno.Conn) => {
    ends.add(near);
    if (!whole) {
      made.refused++;
      return close(near);
    }
    const far = await Deno.connect(to);
    ends.add(far);
    const pipe = (one: Deno.Conn, other: Deno.Conn) =>
      one.readable.pipeTo(other.writable).catch(() => {});
    await Promise.race([pipe(near, far), pipe(far, near)]);
    close(near);
    close(far);
  };
  const accepting = (async () => {
    for await (const near of listener) void carry(near).catch(() => close(near));
  })();
  const made: Wire = {
    url: `http://127.0.0.1:${(listener.addr as Deno.NetAddr).port}`,
    refused: 0,
    cut() {
      whole = false;
      for (const end of [...ends]) close(end);
    },
    mend: () => void (whole = true),
    async [Symbol.asyncDispose]() {
      made.cut();
      listener.close();
      await accepting;
    },
  };
  return made;
}
