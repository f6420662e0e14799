/**
 * Where something stands among the others of its list, for who neither drags nor has the keys for it. What others put
 * elsewhere meanwhile stays there, as `from` says where it stood.
 * @param props.at its place, from 0 on
 * @param props.of how many there are
 */
export function PlaceField({ at, of }: { at: number; of: number }) {
  return (
    <label class="field">
      <span>Place</span>
      <select class="input" name="position">
        {Array.from(
          { length: of },
          (_, n) => <option value={n} selected={n === at}>{n + 1}</option>,
        )}
      </select>
      <input type="hidden" name="from" value={String(at)} />
    </label>
  );
}
