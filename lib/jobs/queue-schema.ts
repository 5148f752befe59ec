/** Where the job queue's tables are: beside ours, in a schema that Prisma does not look at. */
export const jobSchema = "graphile_worker";
