// usage: sheet motif [cols]  -> contact sheet of seeds x categories
import sharp from "sharp";
import { drawArtwork } from "./prisma/seed/art/draw";
import { artCategories } from "./prisma/seed/art/palettes";
import { mkdirSync } from "node:fs";
mkdirSync("/tmp/art",{recursive:true});
const [motif="hills", mode="sheet", ...rest]=process.argv.slice(2);
const r=(o:any)=>sharp(Buffer.from(drawArtwork(o)));
if(mode==="sheet"){
  const n=Number(rest[0]??9); const off=Number(rest[1]??0); const cols=3, w=640,h=360; const rows=Math.ceil(n/cols);
  const tiles=[];
  let t0=performance.now();
  for(let i=0;i<n;i++){ const category=artCategories[(i+off)%artCategories.length]!; tiles.push({input:await sharp(await r({motif,category,seed:`s${i+off}`}).png({compressionLevel:1}).toBuffer()).resize(w,h).png().toBuffer(),left:(i%cols)*w,top:Math.floor(i/cols)*h}); }
  console.log("avg ms",((performance.now()-t0)/n).toFixed(0));
  await sharp({create:{width:cols*w,height:rows*h,channels:3,background:"#fff"}}).composite(tiles).png().toFile(`/tmp/art/${motif}.png`);
} else if(mode==="one"){
  const [category="news",seed="a",mood]=rest; const b=await r({motif,category,seed,...(mood?{mood}:{})}).png().toBuffer(); await sharp(b).resize(1280).png().toFile(`/tmp/art/one.png`);
  console.log("avif1280 kB",(await sharp(b).resize(1280).avif({quality:50,effort:2}).toBuffer()).length/1024);
}
