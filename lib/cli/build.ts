/** `npm run build`: what `npm start` would do by itself when it is needed. */
import { build } from "@/lib/boot/build";

await build();
