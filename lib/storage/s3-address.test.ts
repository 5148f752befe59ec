import { describe, expect, it } from "vitest";
import { parseS3Address } from "./s3-address";

describe("parseS3Address", () => {
  it("reads every part", () => {
    expect(
      parseS3Address("s3://key:secret@storage.example.org:9000/pictures/magazine/live?region=eu-west-1&tls=0"),
    ).toEqual({
      endpoint: "http://storage.example.org:9000",
      region: "eu-west-1",
      bucket: "pictures",
      prefix: "magazine/live/",
      accessKeyId: "key",
      secretAccessKey: "secret",
      pathStyle: true,
    });
  });

  it("needs no more than key, secret, host and bucket", () => {
    expect(parseS3Address("s3://key:secret@storage.example.org/pictures/")).toMatchObject({
      endpoint: "https://storage.example.org",
      region: "us-east-1",
      bucket: "pictures",
      prefix: "",
    });
  });

  it("decodes what a secret may hold", () => {
    expect(parseS3Address("s3://AK%2BA:a%2Fb%2Bc%40d%25@h.example/pictures")).toMatchObject({
      accessKeyId: "AK+A",
      secretAccessKey: "a/b+c@d%",
    });
  });

  it.each([
    ["s3://k:s@s3.eu-central-1.amazonaws.com/pictures", false],
    ["s3://k:s@s3.eu-central-1.amazonaws.com/pictures?style=path", true],
    ["s3://k:s@evilamazonaws.com/pictures", true],
    ["s3://k:s@h.example/pictures?style=virtual", false],
  ])("%s: path style %s", (url, pathStyle) => {
    expect(parseS3Address(url).pathStyle).toBe(pathStyle);
  });

  it.each([
    ["s3://hidden:hushed@host.example", /bucket/],
    ["s3://hidden:hushed@host.example/", /bucket/],
    ["s3://hidden:hushed@host.example/Pictures", /bucket/],
    ["s3://hidden:hushed@host.example/pictures/Folder", /folder/],
    ["s3://hidden@host.example/pictures", /lacks the secret/],
    ["s3://:hushed@host.example/pictures", /lacks the key/],
    ["s3://host.example/pictures", /lacks the key/],
    ["s3://hidden:hus/hed@host.example/pictures", /%2F/],
    ["s3://hidden:hus%zzhed@host.example/pictures", /%25/],
    ["s3://hidden:hushed@host.example/pictures?regoin=hushed", /other than/],
    ["s3://hidden:hushed@host.example/pictures?region=EU", /region/],
    ["s3://hidden:hushed@host.example/pictures?tls=no", /tls/],
    ["s3://hidden:hushed@host.example/pictures?style=odd", /style/],
    ["s3://hidden:hushed@host.example/pictures#x", /%23/],
    ["s3:", /s3:\/\/KEY/],
    ["s3:///pictures", /s3:\/\/KEY/],
  ])("refuses %s in one line without quoting it", (url, reason) => {
    let message = "";
    try {
      parseS3Address(url);
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message).toMatch(reason);
    expect(message).not.toMatch(/hidden|hus|\n/);
  });
});
