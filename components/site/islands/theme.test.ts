import { expect, it } from "vitest";
import { oppositeTheme, readTheme, switchLabel } from "./theme";

it("takes only the two themes from storage", () => {
  expect(readTheme("dark")).toBe("dark");
  expect(readTheme("light")).toBe("light");
  for (const value of ["", "Dark", "auto", null, undefined]) expect(readTheme(value)).toBeNull();
});

it("says what a press does", () => {
  expect(oppositeTheme("dark")).toBe("light");
  expect(switchLabel("light")).toBe("Switch to dark colors");
  expect(switchLabel("dark")).toBe("Switch to light colors");
});
