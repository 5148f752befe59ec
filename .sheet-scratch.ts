// sheet <motif> <n> <off> | all <category> <seedprefix> [square]
import sharp from "sharp";
import { renderArtwork } from "./prisma/seed/art/render";
import { motifNames } from "./prisma/seed/art/motifs";
import { artCategories } from "./prisma/seed/art/palettes";
import { mkdirSync } from "node:fs";
mkdirSync("/tmp/art",{recursive:true});
const [motif="hills", mode="sheet", ...rest]=process.argv.slice(2);
async function board(list:any[],file:string,w=640,h=360,cols=3,square=false){ const tiles=[]; for (const [i,o] of list.entries()) { let s=sharp(await renderArtwork(o)); tiles.push({input:await s.resize(w,h,{fit:"cover"}).png().toBuffer(),left:(i%cols)*w,top:Math.floor(i/cols)*h}); } await sharp({create:{width:cols*w,height:Math.ceil(list.length/cols)*h,channels:3,background:"#fff"}}).composite(tiles).png().toFile(file); }
if(mode==="sheet"){ const n=Number(rest[0]??9), off=Number(rest[1]??0); await board(Array.from({length:n},(_,i)=>({motif,category:artCategories[(i+off)%8],seed:`s${i+off}`})),`/tmp/art/${motif}.png`); }
else if(mode==="seeds"){ const [category="news"]=rest; await board(Array.from({length:9},(_,i)=>({motif,category,seed:`t${i}`})),`/tmp/art/${motif}-seeds.png`); }
else if(mode==="all"){ const [category="news",seed="a",sq]=rest; const list=motifNames.map((motif,i)=>({motif,category:category==="mix"?artCategories[(i*3+seed.length)%8]:category,seed})); if(sq) await board(list,`/tmp/art/all-sq.png`,384,384,5); else await board(list,`/tmp/art/all.png`,480,270,4); }
else if(mode==="one"){ const [category="news",seed="a"]=rest; await sharp(await renderArtwork({motif,category,seed} as any)).resize(1280).png().toFile("/tmp/art/one.png"); }
