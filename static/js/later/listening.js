// @ts-check
/// <reference types="./live.d.ts" />

// One tab of a browser listens for all that are open, which a browser's few connections to a server are too many for: it
// has its turn as long as it is there, and tells the others.
(() => {
  /** How long nothing may come of a stream that says every 20 seconds that it is there, in milliseconds. */
  const SILENT_MS = 50_000;
  /** How long one waits after a cut, at first and at most, in milliseconds. */
  const FIRST_PAUSE_MS = 1_000;
  const LONGEST_PAUSE_MS = 30_000;
  /** How many events are kept for tabs that come later. */
  const MOST_KEPT = 50;

  const mark = () => document.getElementById("live");
  const profile = () => sentBy()["Backlog-Profile"] ?? null;

  /** What goes on as long as the page is this person's. */
  class Listening {
    /** How far everything was heard. */
    heard;
    /** @type {LiveNews[]} */
    kept = [];
    /** From where on they are kept. */
    from = "";
    /** When anything was heard last. */
    at = Date.now();
    holds = false;
    /** Whether it is to have its turn: not where its session has ended. */
    waits = false;
    over = new AbortController();
    /** Ends the stream that there is. */
    cut = new AbortController();
    /** Ends the pause before the next try. @type {() => void} */
    hurry = () => {};

    /** @param {string} who @param {string} heard */
    constructor(who, heard) {
      this.who = who;
      this.heard = heard;
      live.take({ seq: heard });
      this.channel = new BroadcastChannel(`live ${who}`);
      this.channel.onmessage = ({ data }) => this.take(data);
      this.tell({ asks: thisTab, heard });
      this.queue();
      this.watch = setInterval(() => this.look(), SILENT_MS / 5);
    }

    end() {
      this.over.abort();
      clearInterval(this.watch);
      this.channel.close();
    }

    /** @param {LiveMessage} message */
    tell(message) {
      if (!this.over.signal.aborted) this.channel.postMessage(message);
    }

    /** @param {LiveMessage} message */
    take(message) {
      this.at = Date.now();
      if ("asks" in message) return this.answer(message);
      if ("to" in message && message.to !== thisTab) return;
      if (message.seq) this.heard = message.seq;
      // Somebody signed in again
      if (message.line === "open" && !this.waits) this.queue();
      live.take(message);
    }

    /** What this tab hears itself. @param {LiveNews} news */
    spread(news) {
      this.at = Date.now();
      if (news.seq) this.heard = news.seq;
      if (news.topics) this.kept = [...this.kept, news].slice(-MOST_KEPT);
      if (this.kept.length === MOST_KEPT) this.from = this.kept[0]?.seq ?? "";
      this.tell(news);
      live.take(news);
    }

    /** Another tab came, which may lack what was told while it did. @param {{ asks: string, heard: string }} question */
    answer({ asks, heard }) {
      if (!this.holds) return;
      if (points.newer(this.from, heard)) {
        return this.tell({ to: asks, seq: this.heard, topics: ["*"] });
      }
      for (const news of this.kept) {
        if (points.newer(news.seq ?? "", heard)) this.tell({ ...news, to: asks });
      }
      this.tell({ to: asks, seq: this.heard, line: "open" });
    }

    /** @param {Parameters<TabLock>[1]} [options] */
    queue(options = { signal: this.over.signal }) {
      this.waits = true;
      const taken = new AbortController();
      tabLock(`live ${this.who}`, options, () => this.hold(taken.signal)).catch(() => {
        // Another tab took it over, while this one slept
        taken.abort();
        if (!this.over.signal.aborted) this.queue();
      });
    }

    /** What was silent for too long is no stream any more, as after a sleep; and who has its turn may be asleep. */
    look() {
      if (!this.waits || Date.now() - this.at < SILENT_MS) return;
      if (this.holds) this.cut.abort();
      else if (document.hidden) return;
      else this.queue({ steal: true });
      this.at = Date.now();
    }

    /** @param {AbortSignal} taken */
    async hold(taken) {
      this.from = this.heard;
      this.holds = true;
      await this.listen(AbortSignal.any([this.over.signal, taken]));
      this.holds = false;
    }

    /** Listens, and again after each cut, until it is over. @param {AbortSignal} signal */
    async listen(signal) {
      for (let pause = FIRST_PAUSE_MS; !signal.aborted;) {
        const { ends, why, wait } = await this.listenOnce(signal, () => pause = FIRST_PAUSE_MS);
        if (signal.aborted) return;
        if (ends) {
          this.waits = false;
          return this.spread({ line: ends, why });
        }
        this.spread({ line: "cut" });
        const jitter = 0.5 + Math.random();
        await this.pause(Math.max(wait, pause) * jitter, signal);
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      }
    }

    /** @param {number} length @param {AbortSignal} signal @returns {Promise<void>} */
    pause(length, signal) {
      return new Promise((resolve) => {
        const timer = setTimeout(resolve, length);
        this.hurry = resolve;
        signal.addEventListener("abort", () => {
          clearTimeout(timer);
          resolve();
        });
      });
    }

    /**
     * @param {AbortSignal} signal
     * @param {() => void} opened
     * @returns {Promise<{ ends?: "ended" | "elsewhere", why?: string, wait: number }>} that it is over, and why in words; how long to wait at least
     */
    async listenOnce(signal, opened) {
      const cut = this.cut = new AbortController();
      /** @type {"ended" | "elsewhere" | undefined} */
      let ends;
      /** @type {string | undefined} */
      let why;
      try {
        const answer = await fetch(mark()?.dataset.from ?? "", {
          headers: {
            ...sentBy(),
            accept: "text/event-stream",
            "last-event-id": this.heard,
            "backlog-tab": thisTab,
          },
          cache: "no-store",
          signal: AbortSignal.any([signal, cut.signal]),
        });
        if (answer.status === 401) return { ends: "ended", wait: 0 };
        if (answer.status === 403 || answer.status === 409) return { ends: "elsewhere", wait: 0 };
        const wait = Number(answer.headers.get("retry-after")) * 1_000;
        if (!answer.ok || !answer.body) return { wait };
        opened();
        this.spread({ line: "open" });
        let rest = "";
        for await (const text of chunksOf(answer.body)) {
          const blocks = (rest + text).split("\n\n");
          rest = blocks.pop() ?? "";
          for (const block of blocks) {
            const { event, news } = read(block);
            if (event === "ended" || event === "elsewhere") [ends, why] = [event, news.why];
            else this.spread(news);
          }
          if (ends) break;
        }
        return { ...(ends && { ends }), why, wait: 0 };
      } catch {
        return { wait: 0 };
      } finally {
        cut.abort();
      }
    }
  }

  /** @param {ReadableStream<Uint8Array>} body */
  async function* chunksOf(body) {
    const reader = body.getReader();
    const decoder = new TextDecoder();
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      yield decoder.decode(value, { stream: true });
    }
  }

  /** One event. @param {string} block @returns {{ event: string, news: LiveNews }} */
  function read(block) {
    const fields = new Map(
      block.split("\n").map((line) => /** @type {[string, string]} */ (line.split(/: (.*)/s))),
    );
    const data = JSON.parse(fields.get("data") ?? "{}");
    return { event: fields.get("event") ?? "", news: { seq: fields.get("id"), ...data } };
  }

  /** @type {Listening | null} */
  let listening = null;

  /** Listens as whom the page is for by now. */
  function begin() {
    const who = mark() && profile();
    if (listening?.who === who) return;
    listening?.end();
    listening = who ? new Listening(who, live.seen()) : null;
  }

  document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
    if (ctx.target === document.body) begin();
  });
  addEventListener("pagehide", () => {
    listening?.end();
    listening = null;
  });
  addEventListener("pageshow", begin);
  addEventListener("online", () => listening?.hurry());
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    listening?.look();
    listening?.hurry();
  });
  begin();
})();
