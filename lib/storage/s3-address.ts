/** Reads a bucket's address out of STORAGE_URL. Pure. No message ever quotes the address: it carries a password. */

export type S3Address = {
  /** Scheme, host and port of the server, for example "https://s3.eu-central-1.amazonaws.com". */
  endpoint: string;
  region: string;
  bucket: string;
  /** Before every key: "" or a path that ends with "/". */
  prefix: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** True: the bucket is the first part of the path; false: it stands before the host's name. */
  pathStyle: boolean;
};

const shape = "s3://KEY:SECRET@HOST/BUCKET?region=REGION";

/** Amazon S3's general rules for bucket names; other servers allow no more. */
const bucketPattern = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
/** The same letters as a storage key, so that prefix and key together are one. */
const prefixPattern = /^([a-z0-9_-][a-z0-9._-]*\/)*$/;
const regionPattern = /^[a-z0-9-]{1,40}$/;

/**
 * Parses `s3://KEY:SECRET@HOST[:PORT]/BUCKET[/PREFIX]?region=REGION`.
 *
 * Key and secret are percent-encoded (a "/" in a secret is written %2F). Options: `region`, default "us-east-1", what most
 * servers that are not Amazon's expect; `tls=0` for plain HTTP; `style=path` or `style=virtual` for where the bucket's name
 * stands, default virtual for amazonaws.com (it is phasing paths out) and path elsewhere.
 * @throws Error in one line that says what is wrong and quotes nothing
 */
export function parseS3Address(url: string): S3Address {
  const parsed = parseUrl(url);
  const options = readOptions(parsed.searchParams);
  const [bucket = "", ...folders] = parsed.pathname.replace(/^\//, "").replace(/\/$/, "").split("/");
  const prefix = folders.map((folder) => `${folder}/`).join("");
  if (!bucketPattern.test(bucket)) throw new Error(`must name a bucket after the host: ${shape}`);
  if (!prefixPattern.test(prefix)) {
    throw new Error("has a folder behind the bucket that is not lower-case letters, digits, hyphens and dots");
  }
  return {
    endpoint: `${options.tls ? "https" : "http"}://${parsed.host}`,
    region: options.region,
    bucket,
    prefix,
    accessKeyId: decode(parsed.username, "key"),
    secretAccessKey: decode(parsed.password, "secret"),
    pathStyle: options.style === null ? !parsed.hostname.endsWith(".amazonaws.com") : options.style === "path",
  };
}

function parseUrl(url: string): URL {
  if (!URL.canParse(url)) {
    throw new Error(`is no usable s3: address; write ${shape}, and %2F for a "/" in the secret`);
  }
  const parsed = new URL(url);
  if (parsed.protocol !== "s3:" || parsed.hostname === "") throw new Error(`must look like ${shape}`);
  if (parsed.hash !== "") throw new Error('has a "#"; write %23 for it');
  return parsed;
}

function decode(encoded: string, what: "key" | "secret"): string {
  if (encoded === "") throw new Error(`lacks the ${what}: ${shape}`);
  try {
    return decodeURIComponent(encoded);
  } catch {
    throw new Error(`has a ${what} with a "%" that is not percent-encoded; write %25 for it`);
  }
}

type Options = { region: string; tls: boolean; style: "path" | "virtual" | null };

function readOptions(parameters: URLSearchParams): Options {
  // Whoever misspells an option must hear of it; its name is not echoed, for it may be the rest of a secret.
  for (const name of parameters.keys()) {
    if (!["region", "tls", "style"].includes(name)) throw new Error("has an option other than region, tls and style");
  }
  const region = parameters.get("region") ?? "us-east-1";
  const tls = parameters.get("tls") ?? "1";
  const style = parameters.get("style");
  if (!regionPattern.test(region)) throw new Error("has a region that is not lower-case letters, digits and hyphens");
  if (tls !== "0" && tls !== "1") throw new Error("has a tls option that is neither 0 nor 1");
  if (style !== null && style !== "path" && style !== "virtual") {
    throw new Error("has a style option that is neither path nor virtual");
  }
  return { region, tls: tls === "1", style };
}
