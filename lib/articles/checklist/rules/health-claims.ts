/** Texts that seem to make claims about health although nobody said so. */
import type { WorkingCopy } from "../../schema";
import type { Passage } from "../passages";
import type { Finding } from "../types";
import { phrase } from "./phrase-rule";

/** How claims about effects, frequency and causes are usually worded. */
const claim = phrase(
  "(?:studies|research|trials?|evidence|data|a study|meta-analys[ei]s)(?: \\p{L}+)? (?:show|shows|showed|shown|find|finds|found|suggest|suggests|suggested|prove|proves|proved|confirm|confirms|indicate|indicates)",
  "(?:proven|shown|known|likely) to (?:reduce|relieve|improve|prevent|cause|treat|cure|help|increase|lower)",
  "(?:reduces?|relieves?|treats?|prevents?|cures?|causes?|increases?|lowers?|improves?) (?:the )?(?:risk|symptoms?|anxiety|depression|stress|insomnia|mood|sleep)(?: of)?",
  "\\d+(?:\\.\\d+)? ?(?:%|percent|per cent) of (?:\\p{L}+ ){0,2}(?:people|adults|women|men|children|teenagers|patients|adolescents|workers|couples)",
  "one in (?:\\d+|two|three|four|five|six|seven|eight|nine|ten) (?:people|adults|women|men|children|teenagers|adolescents)",
  "(?:an? )?effective (?:treatment|therapy|medication|remedy) for",
  "side effects?|antidepressants?|dosage|randomi[sz]ed",
);

/** @returns one finding at the first claim, when the article is not marked as making any */
export function healthClaimFindings(copy: WorkingCopy, passages: readonly Passage[]): (Finding & { rule: string })[] {
  if (copy.healthClaims) return [];
  for (const { block, ownWords, text } of passages) {
    const match = block === null ? undefined : [...ownWords.matchAll(claim)][0];
    if (block === null || !match) continue;
    const quote = text.slice(match.index, match.index + match[0].length);
    return [
      {
        rule: "unmarked-health-claim",
        field: "healthClaims",
        where: { block, quote },
        message: `“${quote}” reads like a claim about health, but the article is not marked as making any.`,
        suggestion: "Mark it under “Health claims”; it then needs a reviewer and a reference.",
      },
    ];
  }
  return [];
}
