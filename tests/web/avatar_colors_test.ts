import assert from "node:assert/strict";
import { avatarColors } from "../../server/domain/vocabulary.ts";
import { call, withApp } from "../support/app.ts";
import { repository } from "../support/source.ts";
import { visit } from "../support/visitor.ts";

const path = "/workspace/settings/profile";

Deno.test("a chosen color applies to a person's initials everywhere, and can be reset to the name's color", () =>
  withApp({}, async (app, { ada, chidi, task, workspaceId }) => {
    await task(ada, { assigneeId: chidi.member.profile.id });
    const own = await visit(app, chidi.email);
    const others = await visit(app, ada.email);
    const hues = async () => {
      const tasks = (await others.get("/workspace/tasks?group=assignee")).html;
      const page = (await others.get("/workspace/tasks/ENG-1")).html;
      const member = (await others.get(`/workspace/members/${chidi.member.profile.id}`)).html;
      const foot = (await own.get("/workspace/tasks")).html;
      return [tasks, page, member, foot].map((html) =>
        new Set([...html.matchAll(/data-hue="(\d)"[^>]*data-initials="CE"/g)].map(([, hue]) => hue))
      );
    };
    const version = async () =>
      /name="version" value="(\d+)"/.exec((await own.get(path)).html)![1]!;
    const profile = { name: "Chidi Eze", username: "chidi-eze", title: "", bio: "" };
    await own.post(path, { ...profile, color: "pink", version: await version() });
    const pink = new Set([String(avatarColors.indexOf("pink"))]);
    assert.deepEqual(await hues(), [pink, pink, pink, pink]);
    const chosen = (await own.get(path)).html;
    assert.match(chosen, /name="color" value="pink" checked/);
    const wrong = await own.post(path, { ...profile, color: "mud", version: await version() });
    assert.equal(wrong.status, 422);
    assert.match(wrong.html, /id="field-color-error">Use one of indigo, red/);

    await own.post(path, { ...profile, color: "", version: await version() });
    const { body } = await call(app, `GET /workspaces/${workspaceId}/members/me`, { as: chidi });
    assert.equal(body.member.color, null);
    const byName = await hues();
    assert.ok(byName.every((found) => found.size === 1 && !found.has([...pink][0]!)));
  }));

Deno.test("initials are readable on each color in both themes", async () => {
  const tokens = await Deno.readTextFile(`${repository}/static/css/tokens.css`);
  const hues = [
    ...tokens.slice(tokens.indexOf(".avatar {")).matchAll(/--hue: (\d+);/g),
  ].map(([, hue]) => Number(hue)).slice(0, avatarColors.length);
  assert.equal(hues.length, avatarColors.length);
  const shades = (name: string) => {
    const text = new RegExp(`--${name}: light-dark\\((.*)\\);`).exec(tokens)![1]!;
    return [...text.matchAll(/oklch\(([\d.]+)% ([\d.]+) var/g)]
      .map(([, light, chroma]) => [Number(light) / 100, Number(chroma)] as const);
  };
  const [grounds, letters] = [shades("avatar"), shades("avatar-text")];
  assert.equal(grounds.length, 2);
  for (const hue of hues) {
    for (const [theme, ground] of grounds.entries()) {
      const [one, other] = [luminance(ground, hue), luminance(letters[theme]!, hue)];
      const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
      assert.ok(contrast >= 4.5, `hue ${hue}, theme ${theme}: ${contrast}`);
    }
  }
});

/** WCAG 2.2, relative luminance, of a colour in OKLCH. https://bottosson.github.io/posts/oklab/ */
function luminance([light, chroma]: readonly [number, number], hue: number): number {
  const [a, b] = [Math.cos, Math.sin].map((of) => chroma * of(hue * Math.PI / 180)) as [
    number,
    number,
  ];
  const [l, m, s] = [
    light + 0.3963377774 * a + 0.2158037573 * b,
    light - 0.1055613458 * a - 0.0638541728 * b,
    light - 0.0894841775 * a - 1.291485548 * b,
  ].map((cone) => cone ** 3) as [number, number, number];
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((part) => Math.min(1, Math.max(0, part))) as [number, number, number];
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
}
