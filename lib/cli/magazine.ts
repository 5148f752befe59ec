/** `npm run magazine -- <command>`: what operators do from a terminal. Every command has --help. */
import { Command, InvalidArgumentError, Option } from "commander";
import { systemActor } from "@/lib/auth/actor";
import { roles, type Role } from "@/lib/auth/roles";
import { purgeNow } from "@/lib/cdn/commands/purge-now";
import { transaction } from "@/lib/db/transaction";
import { EnvironmentError, loadEnvironmentFile } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { rebuildSearchWords } from "@/lib/search/commands";
import { queueAllCards } from "@/lib/social-cards/commands/queue-cards";
import { createUser } from "@/lib/users/commands/create-user";
import { makePasswordLink } from "@/lib/users/commands/password-reset";
import { readSecret } from "./read-secret";
import { withDatabase } from "./with-database";

const actor = systemActor("cli");
const program = new Command("magazine").description("Looks after the magazine from a terminal.");

const user = program.command("user").description("accounts of the desk");

user
  .command("create")
  .description("adds an account; the password is asked for, or read from standard input")
  .requiredOption("--email <address>", "e-mail address, also the name to sign in with")
  .requiredOption("--name <name>", "the person's name")
  .addOption(new Option("--role <role>", "what the account may do").choices(roles).default("editor"))
  .action(async (options: { email: string; name: string; role: Role }) => {
    const password = await readSecret("Password (12 characters or more): ");
    const id = await withDatabase(() => createUser(actor, { ...options, password }));
    print(`Account ${String(id)} for ${options.email} (${options.role}) was created.`);
  });

user
  .command("link")
  .description("makes a link for a new password, which works once and for an hour")
  .requiredOption("--email <address>", "e-mail address of the account")
  .action(async (options: { email: string }) => {
    print(await withDatabase(() => makePasswordLink(actor, options)));
  });

program
  .command("cdn")
  .description("the CDN in front")
  .command("purge")
  .description("has it drop all pages of the site, as after a deployment with a long CDN_MAX_AGE")
  .option("--everything", "and all else that it keeps of the zone or service: pictures, other sites", false)
  .action(async (options: { everything: boolean }) => {
    print(`${await purgeNow(options)} has purged ${options.everything ? "everything" : "all pages"}.`);
  });

program
  .command("cards")
  .description("has the running magazine draw the pictures of link previews that are missing, as in an emptied storage")
  .action(async () => {
    await withDatabase(() => transaction(queueAllCards));
    print("The missing cards are queued.");
  });

program
  .command("seed")
  .description("writes the sample content, or generated articles for measurements")
  .option("--generate <number>", "generated articles instead of the sample content", wholeNumber)
  .option("--no-pictures", "leaves out covers and pictures")
  .action(async (options: { generate?: number; pictures: boolean }) => {
    await withDatabase(async () => {
      if (options.generate === undefined) {
        const { seed } = await import("@/prisma/seed/seed");
        print(`${String(await seed({ pictures: options.pictures }))} articles were written.`);
      } else {
        const { generateArticles } = await import("@/prisma/seed/generate");
        print(`${String(await generateArticles(options.generate))} articles were generated.`);
      }
    });
  });

program
  .command("migrate")
  .description("applies the migrations that the database lacks, and does nothing else")
  .action(async () => {
    const applied = await withDatabase((migrations) => Promise.resolve(migrations));
    print(applied.length === 0 ? "The database has every migration." : `Applied: ${applied.join(", ")}.`);
  });

program
  .command("reindex")
  .description('makes the dictionary behind "did you mean" anew')
  .action(async () => {
    const words = await withDatabase(() => transaction((tx) => rebuildSearchWords(tx)));
    print(`${String(words)} words are in the dictionary.`);
  });

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 2_000_000) {
    throw new InvalidArgumentError("must be a whole number from 1 to 2000000.");
  }
  return number;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

try {
  loadEnvironmentFile();
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof AppError || error instanceof EnvironmentError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
