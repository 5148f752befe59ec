import { expect, it } from "vitest";
import { addressIn } from "./contact-address";

it.each([
  ["desk@example.org", "desk@example.org"],
  ["  desk@\u200Bexample.org\n", "desk@example.org"],
  ["desk [at] example (dot) co [dot] uk", "desk@example.co.uk"],
  ["first.last+x@bücher.example", "first.last+x@bücher.example"],
])("reads %j", (text, address) => {
  expect(addressIn(text)).toBe(address);
});

it.each(["", "desk", "desk@example", "write to desk@example.org", "a@b@c.org", "x@y.org?bcc=z@y.org", "a@b..org"])(
  "finds none in %j",
  (text) => {
    expect(addressIn(text)).toBeNull();
  },
);
