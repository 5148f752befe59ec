/** `npm run build`: what `npm start` would do by itself when it is needed. */
import { build } from "@/lib/boot/build";
import { buildIslands } from "./build-islands";

await buildIslands();
build();
