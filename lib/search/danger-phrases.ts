/**
 * Searches of somebody who may be in danger. A list, not a judgement: it would rather show help to a student of the subject
 * than miss one who needs it, so there are no exceptions to it. What was searched is kept nowhere.
 */

const oneself = "(?:my ?self|him ?self|her ?self|them ?sel(?:f|ves)|your ?self|our ?selves|one ?self|me)";
const someones = "(?:my|his|her|their|your|our|ones)";
const nomore = "(?:any ?more|any longer)";

/** In lower case, without accents, signs and apostrophes ("cant go on"); each is one or several whole words. */
const phrases: readonly string[] = [
  "su[iu]?[cs]+i?d\\w*",
  "kms",
  "unaliv\\w*",
  `(?:kill|hang|shoot|drown|starve|hurt|harm|injur|cutt?|burn|poison|stab|hat)(?:e|s|ed|ing)? ${oneself}`,
  `(?:cutt?|slitt?|slash)(?:e?s|ed|ing)? ${someones} (?:wrists?|arms?|legs?|skin)`,
  "self ?(?:harm|hurt|injur|mutilat|cutting|destruct)\\w*",
  `(?:end|tak)(?:e|s|ed|ing)? ${someones} (?:own )?li(?:fe|ves)`,
  `end(?:s|ed|ing)? (?:it all|everything|${oneself})`,
  "(?:want|wants|wanted|wanting|wanna|wish|ready|going|how|ways?|easy|plan|planning|prefer|rather) (?:\\w+ )?(?:to )?(?:die|be dead)",
  "wish(?:ed|ing)? (?:i|he|she|they) (?:\\w+ ){1,3}(?:dead|die|died|born)",
  "better off (?:dead|without me)",
  "(?:over ?dos|lethal dos)\\w*",
  `(?:cant|cannot|can not|couldnt|dont want to) (?:go on|(?:\\w+ ){1,3}${nomore})`,
  "(?:no|any|lost|without) (?:\\w+ )?(?:reasons?|point|will) (?:to|in|for|of) (?:live|living|life|being alive)",
  "(?:nothing|nobody) (?:left )?to live for",
  "(?:dont|do not|doesnt|not|never) (?:want|wanna|wish) (?:\\w+ )?(?:live|be here|be alive|exist|wake up)",
  "not worth living",
  "(?:tired|sick) of (?:living|life|being alive|existing)",
  "painless (?:death|way)",
];

const danger = new RegExp(`(?<!\\w)(?:${phrases.join("|")})(?!\\w)`);

/** Whether help lines belong above what is found for these words. */
export function soundsLikeDanger(text: string): boolean {
  const plain = text
    .normalize("NFKD")
    .replace(/[\p{M}'’‘ʼ´\x60]/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ");
  return danger.test(plain);
}
