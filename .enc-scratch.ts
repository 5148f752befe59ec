import sharp from "sharp"; sharp.concurrency(1);
import { drawArtwork } from "./prisma/seed/art/draw";
const pngs=[] as Buffer[]; for (const [m,c,s] of [["threads","growth-psychology","p1"],["doors","news","p0"],["birds","news","p3"],["leaves","neutral","p1"]] as const) pngs.push(await sharp(Buffer.from(drawArtwork({motif:m,category:c,seed:s}))).png({compressionLevel:3}).toBuffer());
const cpu=async<T>(f:()=>Promise<T>)=>{const t=process.cpuUsage(); const r=await f(); const d=process.cpuUsage(t); return [(d.user+d.system)/1000,r] as const;};
const widths=[320,640,960,1280,1920];
const raws=await Promise.all(pngs.map(async p=>Promise.all(widths.map(w=>sharp(p).resize(w).removeAlpha().raw().toBuffer({resolveWithObject:true})))));
console.log("decode", (await cpu(async()=>{for(const p of pngs) await sharp(p).toColourspace("srgb").raw().toBuffer()}))[0]/4, "resize all", (await cpu(async()=>{for(const p of pngs) for (const w of widths.slice(0,4)) await sharp(p).resize(w).raw().toBuffer()}))[0]/4);
const opts:[string,(s:sharp.Sharp)=>sharp.Sharp][]=[
["avif e0 q55",s=>s.avif({quality:55,effort:0})],["avif e1 q55",s=>s.avif({quality:55,effort:1})],["avif e2 q55",s=>s.avif({quality:55,effort:2})],["avif e3 q55",s=>s.avif({quality:55,effort:3})],
["avif e2 q55 420",s=>s.avif({quality:55,effort:2,chromaSubsampling:"4:2:0"})],["avif e3 q55 420",s=>s.avif({quality:55,effort:3,chromaSubsampling:"4:2:0"})],["avif e2 q55 iq",s=>s.avif({quality:55,effort:2,tune:"iq"})],["avif e2 psnr",s=>s.avif({quality:55,effort:2,tune:"psnr"})],["avif e2 ssim",s=>s.avif({quality:55,effort:2,tune:"ssim"})],
["webp e0",s=>s.webp({quality:78,effort:0})],["webp e2",s=>s.webp({quality:78,effort:2})],["webp e3 ss",s=>s.webp({quality:78,effort:3,smartSubsample:true})],["webp e3",s=>s.webp({quality:78,effort:3})],["webp e4",s=>s.webp({quality:78,effort:4})],
["jpg moz",s=>s.jpeg({quality:78,mozjpeg:true})],["jpg prog",s=>s.jpeg({quality:78,progressive:true})],["jpg base",s=>s.jpeg({quality:78})],["jpg opt",s=>s.jpeg({quality:78,progressive:true,optimiseCoding:true})],["jpg prog+quant3",s=>s.jpeg({quality:78,progressive:true,quantisationTable:3})],
];
for (const [n,f] of opts){ const [ms,b]=await cpu(async()=>{let b=[0,0];for(const r of raws) for(const [i,x] of r.entries()) {const o=(await f(sharp(x.data,{raw:{width:x.info.width,height:x.info.height,channels:3}})).toBuffer()).length; b[0]!+=o; if(i==3) b[1]!+=o;} return b;}); console.log(n.padEnd(20), (ms/4).toFixed(0)+"ms per picture", "all5", (b[0]!/4/1024).toFixed(0)+"k", "1280:",(b[1]!/4/1024).toFixed(1)+"k"); }
