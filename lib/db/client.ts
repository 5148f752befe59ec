/** The Prisma client, one per process, over the same pool as `sql`. */
import { PrismaPg } from "@prisma/adapter-pg";
import { forgetProcessWide, processWide } from "@/lib/process-wide";
import { PrismaClient, type Prisma } from "./generated/client";
import { closePool, pool } from "./pool";

export type Transaction = Prisma.TransactionClient;
/** The client, made at first use. */
export function database(): PrismaClient {
  return processWide("prisma", () => new PrismaClient({ adapter: new PrismaPg(pool()) }));
}

/** Ends all connections; the next query opens new ones, to whatever DATABASE_URL says then. */
export async function disconnect(): Promise<void> {
  const made = forgetProcessWide("prisma") as PrismaClient | undefined;
  await made?.$disconnect();
  await closePool();
}
