import { describe, expect, it } from "vitest";
import { actionOfKey, type KeyPress, type PopupState } from "./combobox-keys";

const closed: PopupState = { open: false, count: 0, active: null };
const inText: PopupState = { open: true, count: 3, active: null };
const onFirst: PopupState = { open: true, count: 3, active: 0 };
const onLast: PopupState = { open: true, count: 3, active: 2 };

function press(key: string, modifiers: Partial<KeyPress> = {}): KeyPress {
  return { key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...modifiers };
}

describe("a closed list", () => {
  it("opens with the arrows, at the end they point to", () => {
    expect(actionOfKey(closed, press("ArrowDown"))).toEqual({ type: "open", at: "first" });
    expect(actionOfKey(closed, press("ArrowUp"))).toEqual({ type: "open", at: "last" });
    expect(actionOfKey(closed, press("ArrowDown", { altKey: true }))).toEqual({ type: "open", at: null });
  });

  it.each(["Enter", "Escape", "Home", "End", "Tab", "a"])("leaves %s to the browser", (key) => {
    expect(actionOfKey(closed, press(key))).toBeNull();
  });
});

describe("an open list", () => {
  it.each([
    ["ArrowDown", inText, 0],
    ["ArrowDown", onFirst, 1],
    ["ArrowDown", onLast, 0],
    ["ArrowUp", inText, 2],
    ["ArrowUp", onFirst, 2],
    ["ArrowUp", onLast, 1],
    ["Home", onLast, 0],
    ["End", onFirst, 2],
  ])("%s moves, round and round", (key, popup, to) => {
    expect(actionOfKey(popup, press(key))).toEqual({ type: "move", to });
  });

  it("closes with Escape and Alt+ArrowUp", () => {
    expect(actionOfKey(inText, press("Escape"))).toEqual({ type: "close" });
    expect(actionOfKey(onLast, press("Escape"))).toEqual({ type: "close" });
    expect(actionOfKey(inText, press("ArrowUp", { altKey: true }))).toEqual({ type: "close" });
  });

  it("follows the active option with Enter, in a new tab too", () => {
    expect(actionOfKey(onFirst, press("Enter"))).toEqual({ type: "follow" });
    expect(actionOfKey(onFirst, press("Enter", { ctrlKey: true }))).toEqual({ type: "follow" });
    expect(actionOfKey(onFirst, press("Enter", { metaKey: true }))).toEqual({ type: "follow" });
  });

  it("lets Enter submit the form and Home and End move in the text while no option is active", () => {
    for (const key of ["Enter", "Home", "End"]) expect(actionOfKey(inText, press(key))).toBeNull();
  });

  it("never takes the keys that select text, or Tab", () => {
    expect(actionOfKey(onFirst, press("Home", { shiftKey: true }))).toBeNull();
    expect(actionOfKey(onFirst, press("ArrowUp", { metaKey: true }))).toBeNull();
    expect(actionOfKey(onFirst, press("Tab"))).toBeNull();
  });
});
