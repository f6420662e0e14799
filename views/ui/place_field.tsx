/**
 * The position of an item in its list, for people who can't drag or use shortcuts. `from` is the position that the page
 * showed, so that moves by others are kept.
 * @param props.at the position, from 0
 * @param props.of the number of items
 */
export function PlaceField({ at, of }: { at: number; of: number }) {
  return (
    <label class="field">
      <span>Position</span>
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
