import sharp from "sharp"; sharp.concurrency(1);
import { drawArtwork } from "./prisma/seed/art/draw";
import { artCategories } from "./prisma/seed/art/palettes";
import { motifs } from "./prisma/seed/art/motifs/all";
import { processImage } from "./lib/media/process-image";
let all=0,n=0, worst=0, bytes:number[]=[];
for (const motif of Object.keys(motifs)) { const out=[]; for (let i=0;i<4;i++) {
  const category=artCategories[(i*3+motif.length)%8]!;
  const svg=drawArtwork({motif,category,seed:`p${i}`}); let t=process.cpuUsage(); const png=await sharp(Buffer.from(svg)).png({compressionLevel:3}).toBuffer(); let d=process.cpuUsage(t); const r=(d.user+d.system)/1000;
  t=process.cpuUsage(); const im=await processImage(png); d=process.cpuUsage(t); const e=(d.user+d.system)/1000;
  const a=im.variants.find(v=>v.width===1280&&v.format==="avif")!.body.length/1024; const j=im.variants.find(v=>v.width===1280&&v.format==="jpg")!.body.length/1024; const w=im.variants.find(v=>v.width===1280&&v.format==="webp")!.body.length/1024;
  bytes.push(a); all+=e;n++; worst=Math.max(worst,e);
  out.push(`r${r.toFixed(0)} e${e.toFixed(0)} a${a.toFixed(0)}k w${w.toFixed(0)}k j${j.toFixed(0)}k svg${(svg.length/1024).toFixed(0)}k png${(png.length/1048576).toFixed(1)}M ph${im.placeholder.length}`);
} console.log(motif.padEnd(8), out.join(" | ")); }
console.log("encode avg",(all/n).toFixed(0),"worst",worst.toFixed(0),"avif1280 max",Math.max(...bytes).toFixed(1),"mean",(bytes.reduce((x,y)=>x+y)/bytes.length).toFixed(1));
