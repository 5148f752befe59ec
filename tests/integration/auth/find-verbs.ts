/** Finds the verbs of the magazine in its sources, so that a test of all of them can forget none. */
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

export type FoundFunction = {
  name: string;
  /** From the root of the repository. */
  file: string;
  parameters: { type: string; optional: boolean }[];
};

const root = path.resolve(import.meta.dirname, "../../..");
const tellsSources = (file: string): boolean => file.endsWith(".test.ts") || file.includes("/generated/");

/** Whether a parameter of this type says who acts, whatever else the type allows. */
function saysWhoActs(type: string): boolean {
  return /\b(?:UserActor|Actor|DeskUser)\b/.test(type);
}

/** Functions that files under lib hand out, with the types of their parameters as they are written. */
export function exportedFunctions(): FoundFunction[] {
  const files = globSync("lib/**/*.ts", { cwd: root }).filter((file) => !tellsSources(file));
  return files.sort().flatMap((file) => functionsOf(file, readFileSync(path.join(root, file), "utf8")));
}

/** The exported functions of one file's text. */
export function functionsOf(file: string, text: string): FoundFunction[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  return source.statements.filter(isExported).flatMap((statement): FoundFunction[] => {
    if (ts.isFunctionDeclaration(statement)) return [found(file, statement.name?.text ?? "default", statement)];
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
      initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer))
        ? [found(file, name.getText(), initializer)]
        : [],
    );
  });
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function found(file: string, name: string, declaration: ts.SignatureDeclaration): FoundFunction {
  const parameters = declaration.parameters.map((parameter) => ({
    type: parameter.type?.getText() ?? "",
    optional: parameter.questionToken !== undefined || parameter.initializer !== undefined,
  }));
  return { name, file, parameters };
}

/** Which of the parameters says who acts; -1 when none does. */
export function actorPosition({ parameters }: FoundFunction): number {
  return parameters.findIndex(({ type }) => saysWhoActs(type));
}

/** Part of a verb: it works in a transaction that a verb has opened, after that verb has asked who may. */
export function isPartOfVerb({ parameters }: FoundFunction): boolean {
  return /\bTransaction\b/.test(parameters[0]?.type ?? "");
}

/** Files that hold what can be asked of the magazine and done to it. */
export function holdsVerbs({ file }: FoundFunction): boolean {
  return /(?:^|[/-])(?:commands|queries)(?:\/|\.ts$)/.test(file);
}

/** Loads a function from its file. */
export async function load({ file, name }: FoundFunction): Promise<(...parameters: unknown[]) => unknown> {
  const loadedFile = (await import(/* @vite-ignore */ path.join(root, file))) as Record<string, unknown>;
  const loaded = loadedFile[name];
  if (typeof loaded !== "function") throw new Error(`${file} has no function ${name}`);
  return loaded as (...parameters: unknown[]) => unknown;
}
