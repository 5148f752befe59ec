import sharp from "sharp"; import {drawArtwork} from "./prisma/seed/art/draw"; import {writeFileSync} from "node:fs";
const s=drawArtwork({motif:"hills",category:"news",seed:"a"}); writeFileSync("/tmp/scratch/a.svg",s); console.log(s.slice(0,3000));
for (const [n,f] of [["nofilter",s.replace(/filter="[^"]*"/g,"")],["noclip",s.replace(/clip-path="[^"]*"/g,"")],["nopattern",s.replace(/<rect[^>]*\/><\/svg>/,"</svg>")],["notile",s.replace(/<feTile\/>/g,"")]] as const) { try { await sharp(Buffer.from(f)).png().toBuffer(); console.log(n,"ok"); } catch(e) { console.log(n,"fail"); } }
