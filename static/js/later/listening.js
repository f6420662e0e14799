// @ts-check
/// <reference types="./live.d.ts" />

// One tab listens for all tabs of a browser, because browsers limit the connections to one server. The tab listens
// until it closes, and passes news to the others.
(() => {
  /** Maximum silence of a stream, in milliseconds. The server sends a comment every 20 seconds. */
  const SILENT_MS = 50_000;
  /** First and longest pause after a lost connection, in milliseconds. */
  const FIRST_PAUSE_MS = 1_000;
  const LONGEST_PAUSE_MS = 30_000;
  /** Maximum number of events stored for new tabs. */
  const MOST_KEPT = 50;

  const mark = () => document.getElementById("live");
  const profile = () => sentBy()["Backlog-Profile"] ?? null;

  /** The work that continues as long as the page belongs to this person. */
  class Listening {
    /** The newest point that this tab received. */
    heard;
    /** @type {LiveNews[]} */
    kept = [];
    /** The point that the stored events start after. */
    from = "";
    /** The time of the last sign of the stream. */
    at = Date.now();
    holds = false;
    /** Whether this tab wants the lock. After its session ended, it doesn't. */
    waits = false;
    over = new AbortController();
    /** Aborts the current stream. */
    cut = new AbortController();
    /** Ends the pause before the next attempt. @type {() => void} */
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
      // Someone signed in again
      if (message.line === "open" && !this.waits) this.queue();
      live.take(message);
    }

    /** Passes on news that this tab received. @param {LiveNews} news */
    spread(news) {
      this.at = Date.now();
      if (news.seq) this.heard = news.seq;
      if (news.topics) this.kept = [...this.kept, news].slice(-MOST_KEPT);
      if (this.kept.length === MOST_KEPT) this.from = this.kept[0]?.seq ?? "";
      this.tell(news);
      live.take(news);
    }

    /**
     * Answers a new tab, which might have missed events while it loaded.
     * @param {{ asks: string, heard: string }} question
     */
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
        // Another tab took the lock while this one was asleep
        taken.abort();
        if (!this.over.signal.aborted) this.queue();
      });
    }

    /** Restarts a stream that was silent for too long, such as after sleep. The tab with the lock might be asleep. */
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

    /** Listens, and reconnects after each interruption, until the signal aborts. @param {AbortSignal} signal */
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
     * @returns {Promise<{ ends?: "ended" | "elsewhere", why?: string, wait: number }>} whether listening is over, with the reason, and the minimum pause
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

  /** Parses one event. @param {string} block @returns {{ event: string, news: LiveNews }} */
  function read(block) {
    const fields = new Map(
      block.split("\n").map((line) => /** @type {[string, string]} */ (line.split(/: (.*)/s))),
    );
    const data = JSON.parse(fields.get("data") ?? "{}");
    return { event: fields.get("event") ?? "", news: { seq: fields.get("id"), ...data } };
  }

  /** @type {Listening | null} */
  let listening = null;

  /** Starts to listen for the page's current person. */
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
