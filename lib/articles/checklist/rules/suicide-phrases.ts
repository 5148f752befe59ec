/** Language about suicide and self-harm. */
import { sources } from "../sources";
import { phrase, type PhraseRule } from "./phrase-rule";

const ownLife = "(?:his|her|their|my|your|one['’]s) (?:own )?li(?:fe|ves)";
const selves = "(?:him|her|my|your)self|themsel(?:f|ves)|oneself";

/** Words that show that a passage is about suicide or self-harm. */
export const suicideWords = phrase(
  String.raw`suicid\p{L}*`,
  String.raw`self[- ]?harm\p{L}*`,
  String.raw`self[- ]?injur\p{L}*`,
  `(?:take|takes|took|taking|taken|end|ends|ended|ending) ${ownLife}`,
  `(?:kill|kills|killed|killing) (?:${selves})`,
);

export const suicidePhrases: readonly PhraseRule[] = [
  {
    id: "committed-suicide",
    pattern: phrase("commit(?:s|ted|ting)? suicide"),
    message: "“Commit” belongs to crimes and sins.",
    suggestion: "died by suicide; took their own life",
    source: sources.reportingOnSuicide,
  },
  {
    id: "suicide-attempt-outcome",
    pattern: phrase(
      String.raw`(?:un)?successful(?:ly)? suicid\p{L}*(?: attempts?)?`,
      String.raw`(?:failed|completed|botched) suicid\p{L}*(?: attempts?)?`,
      String.raw`suicid\p{L}* attempts? (?:that )?(?:failed|succeeded|was (?:un)?successful)`,
    ),
    message: "Death is no success, and surviving no failure.",
    suggestion: "attempted suicide; survived a suicide attempt; died by suicide",
    source: sources.samaritans,
  },
  {
    id: "attempt-outcome",
    pattern: phrase("(?:successful|unsuccessful|failed|botched) attempts?"),
    near: suicideWords,
    message: "Death is no success, and surviving no failure.",
    suggestion: "attempted suicide; survived a suicide attempt; died by suicide",
    source: sources.samaritans,
  },
  {
    id: "suicide-epidemic",
    pattern: phrase(
      String.raw`(?:epidemics?|waves?|spates?|plagues?|rash|outbreaks?|contagion|tsunami) of (?:\p{L}+ )?suicid\p{L}*`,
      "suicide (?:epidemics?|waves?|spates?|outbreaks?|crisis|craze|clusters?)",
      String.raw`suicid\p{L}* (?:rates? )?(?:(?:is|are|have|has) )?(?:skyrocket|soar|explod)\p{L}*`,
      String.raw`(?:skyrocketing|soaring|exploding) suicid\p{L}*(?: rates?)?`,
    ),
    message: "Sensational words make suicide look common and catching.",
    suggestion: "give the number and its source; rising; higher than in …",
    source: sources.reportingOnSuicide,
  },
  {
    id: "suicide-victim",
    pattern: phrase("suicide victims?", "victims? of suicide", "suicide[- ]prone"),
    message: "A label takes the place of the person.",
    suggestion: "person who died by suicide; person at risk of suicide",
    source: sources.samaritans,
  },
  {
    id: "self-harmer",
    pattern: phrase("self[- ]?harmers?", "self[- ]?injurers?"),
    message: "A label takes the place of the person.",
    suggestion: "person who self-harms",
    source: sources.samaritans,
  },
  {
    id: "cry-for-help",
    pattern: phrase("cr(?:y|ies) for (?:help|attention)", "attention[- ]seek(?:ing|ers?)"),
    near: suicideWords,
    message: "It makes light of what somebody is going through.",
    suggestion: "say what happened, and that every mention of suicide is taken seriously",
    source: sources.samaritans,
  },
  {
    id: "suicide-hotspot",
    pattern: phrase("suicide (?:hot[- ]?spots?|sites?|magnets?|bridges?|forests?)"),
    message: "Naming a place for it can draw people there.",
    suggestion: "leave the place out",
    source: sources.samaritans,
  },
  {
    id: "suicide-metaphor",
    pattern: phrase("(?:political|career|financial|professional|commercial|social|economic|fashion) suicide"),
    message: "Used for something else, the word loses its weight for those it touches.",
    suggestion: "name what happened: ruin, end of a career",
    source: sources.who,
  },
  {
    id: "suicide-single-cause",
    pattern: phrase(
      String.raw`(?:drove|drive|drives|driven|driving|pushed|bullied|pushes) (?:(?!to )\p{L}+ ){0,3}to (?:suicide|take ${ownLife})`,
      "suicide (?:because of|over)",
      `(?:killed|kills) (?:${selves}) (?:because|over|after)`,
    ),
    message: "Suicide has no single cause.",
    suggestion: "say that several things came together, and that help exists",
    source: sources.who,
  },
  {
    id: "suicide-solution",
    pattern: phrase(
      "(?:easy|only|last|quick) way out",
      "free(?:d)? from (?:pain|suffering)",
      "at peace (?:now|at last)",
    ),
    near: suicideWords,
    message: "It can read as if suicide solved something.",
    suggestion: "tell how people came through a crisis, and where to find help",
    source: sources.who,
  },
  {
    id: "suicide-method",
    pattern: phrase(
      `(?:hang(?:s|ed|ing)?|shot|shoot(?:s|ing)?|drown(?:s|ed|ing)?|poison(?:s|ed|ing)?|suffocat(?:es|ed|ing)) (?:${selves})`,
      "slit(?:s|ting)? (?:his|her|their) wrists?",
      "(?:jump(?:s|ed|ing)?|leap(?:s|ed|t|ing)?) to (?:his|her|their) deaths?",
    ),
    message: "Details of a method can be copied.",
    suggestion: "leave the method out: “died by suicide” says enough",
    source: sources.who,
  },
  {
    id: "suicide-method-detail",
    pattern: phrase(
      "by hanging",
      "(?:overdos(?:e|ed|es|ing)|took an overdose)(?: (?:of|on))?",
      String.raw`\d+ (?:pills|tablets|capsules)`,
      "gunshots?|nooses?|carbon monoxide|asphyxiation|self-immolation",
      "jump(?:s|ed|ing)? (?:from|off|in front of)",
    ),
    near: suicideWords,
    message: "Details of a method can be copied.",
    suggestion: "leave the method out: “died by suicide” says enough",
    source: sources.who,
  },
  {
    id: "suicide-location",
    pattern: phrase(
      "(?:at|from|off|on|under|near) (?:the |a |an )?(?:[\\p{L}'’]+ ){0,3}(?:bridge|cliffs?|viaduct|rooftop|railway|(?:train|subway|tube) (?:station|tracks?|platform))",
    ),
    near: suicideWords,
    message: "Details of a place can draw people there.",
    suggestion: "leave the place out",
    source: sources.who,
  },
  {
    id: "suicide-note",
    pattern: phrase("suicide notes?", "farewell (?:notes?|letters?)"),
    near: suicideWords,
    message: "What a note says should not be reported.",
    suggestion: "leave the note out",
    source: sources.who,
  },
  {
    id: "suicide-in-headline",
    pattern: suicideWords,
    field: "headline",
    message: "Guidelines ask to keep the word out of headlines, unless prevention is the subject.",
    suggestion: "put the person or the help into the headline",
    source: sources.who,
  },
];
