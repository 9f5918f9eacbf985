import { expect, test } from "vitest";
import {
  type Breaker,
  breakerState,
  CLOSED_BREAKER,
  withFailure,
  withProbe,
  withSuccess,
  withUnreadable,
} from "./circuit-breaker";

const NOW = 1_795_000_000;

function failing(times: number): Breaker {
  let breaker = CLOSED_BREAKER;
  for (let failures = 0; failures < times; failures++) breaker = withFailure(breaker, NOW);
  return breaker;
}

test("closed until the fifth failure in a row, then open for 30 seconds, then half-open", () => {
  expect(breakerState(CLOSED_BREAKER, NOW)).toBe("closed");
  expect(breakerState(failing(4), NOW)).toBe("closed");
  expect(breakerState({ ...failing(5), failures: 4 }, NOW)).toBe("closed");
  expect(breakerState(failing(5), NOW)).toBe("open");
  expect(breakerState(failing(5), NOW + 29)).toBe("open");
  expect(breakerState(failing(5), NOW + 30)).toBe("half-open");
});

test("a probe opens a half-open breaker for the others, for 30 seconds", () => {
  const probed = withProbe(failing(5), NOW + 40);
  expect(breakerState(probed, NOW + 69)).toBe("open");
  expect(breakerState(probed, NOW + 70)).toBe("half-open");
});

test("a failed probe opens it again, a successful one closes it", () => {
  const probed = withProbe(failing(5), NOW + 40);
  expect(breakerState(withFailure(probed, NOW + 50), NOW + 79)).toBe("open");
  expect(breakerState(withSuccess(probed), NOW + 50)).toBe("closed");
  expect(withSuccess(probed)).toEqual(CLOSED_BREAKER);
});

test("counts to five only, so that the state is not written for each failure", () => {
  expect(failing(9)).toEqual(failing(5));
});

test("a success of a closed breaker changes nothing", () => {
  expect(withSuccess(CLOSED_BREAKER)).toBe(CLOSED_BREAKER);
});

test("answers that are not JSON count once per player", () => {
  const once = withUnreadable(CLOSED_BREAKER, "a", NOW);
  expect(once).toMatchObject({ failures: 1, unreadable: "a" });
  expect(withUnreadable(once, "a", NOW)).toBe(once);
  expect(withUnreadable(once, "b", NOW)).toMatchObject({ failures: 2, unreadable: "a b" });
});

test("remembers at most five players without JSON", () => {
  const many = [..."abcdefg"].reduce(
    (breaker, user) => withUnreadable(breaker, user, NOW),
    CLOSED_BREAKER,
  );
  expect(many.unreadable).toBe("c d e f g");
});

test("keeps the other fields of a state that contains it", () => {
  const state = { calls: [[NOW, 2]], ...failing(5) };
  for (const next of [withProbe(state, NOW), withSuccess(state), withFailure(state, NOW)]) {
    expect(next.calls).toBe(state.calls);
  }
});
