/** Language about mental illness, addiction and treatment. */
import { sources } from "../sources";
import { phrase, type PhraseRule } from "./phrase-rule";

/** What somebody can have: used behind verbs, so that "suffers from a lack of money" is left alone. */
const condition = String.raw`(?:(?:(?:an?|the|his|her|their|severe|mild|major|clinical|chronic|acute|postnatal|postpartum|social|generali[sz]ed|untreated|long-term|some|many|such) )*)(?:mental|depressi\p{L}*|anxiety|schizo\p{L}*|bipolar|ptsd|post-traumatic|ocd|obsessive|adhd|autis\p{L}*|asperger\p{L}*|addict\p{L}*|dementia|anorexia|bulimia|eating disorders?|personality disorders?|phobias?|panic|psychosis|psychotic|trauma|burnout|insomnia|loneliness|[\p{L}-]+ (?:disorders?|illness(?:es)?|anxiety|depression))`;

export const mentalIllnessPhrases: readonly PhraseRule[] = [
  {
    id: "suffers-from",
    pattern: phrase(
      `(?:suffer(?:s|ed|ing)? (?:from|with)|afflicted (?:with|by)|stricken (?:with|by)|plagued by|victims? of|battl(?:es|ed|ing)(?: with)?) ${condition}`,
      String.raw`(?:depression|anxiety|schizophrenia|ocd|ptsd|adhd|autism|bulimia|anorexia|migraine|trauma) (?:sufferers?|victims?)`,
    ),
    message: "It asks for pity, and not everybody suffers.",
    suggestion: "has …; lives with …; was diagnosed with …",
    source: sources.ap,
  },
  {
    id: "the-mentally-ill",
    pattern: phrase(
      "the (?:[\\p{L}]+ly )?(?:mentally (?:ill|disturbed|disabled)|insane)(?! (?:person|people|patients?|man|men|woman|women|child|children|adults?|inmates?|prisoners?))",
    ),
    message: "It makes one crowd of many people.",
    suggestion: "people with a mental illness; name the condition",
    source: sources.ap,
  },
  {
    id: "condition-as-noun",
    pattern: phrase(
      "(?:schizophrenics|anorexics|bulimics|psychotics|neurotics|manic[- ]depressives|bipolars|autistics|psychopaths|sociopaths)",
      "an? (?:[\\p{L}]+ )?(?:schizophrenic|anorexic|bulimic|psychotic|neurotic|manic[- ]depressive|depressive|bipolar|autistic)(?= (?:who|is|was|has|had|in|with|from|at|since)(?![\\p{L}])|[.,;:!?)]|$)",
    ),
    message: "A person is more than a diagnosis.",
    suggestion: "a person with schizophrenia; someone who has …",
    source: sources.ap,
  },
  {
    id: "condition-as-metaphor",
    pattern: phrase(
      "(?:so|a bit|a little|kind of|sort of|totally|such an?) (?:ocd|adhd|add|bipolar|autistic|schizo|schizophrenic|psychotic|ptsd)",
      "(?:schizophrenic|bipolar|psychotic|autistic) (?:weather|market|markets|economy|policy|policies|politics|season|schedule|decisions?|design|plot|mess|mood of)",
    ),
    message: "A condition stands for something that is not one.",
    suggestion: "say what is meant: changeable, tidy, distracted",
    source: sources.ap,
  },
  {
    id: "derogatory",
    pattern: phrase(
      "craz(?:y|ier|iest|ies|ed)|insane(?:ly)?|lunatics?|psychos?|deranged|madm[ae]n|madwom[ae]n|madhouse|loony|loonies|nutcases?|nut ?jobs?|mental cases?|unhinged",
      "(?:is|are|was|were|go|goes|going|went|drives? (?:me|him|her|you|them)) nuts",
    ),
    unlessAfter: /\bthe $/i,
    message: "It is derogatory.",
    suggestion: "leave it out, or name the behavior",
    source: sources.ap,
  },
  {
    id: "violence",
    pattern: phrase(
      "(?:a |has a |had a )?history of mental (?:illness|health problems?)",
      "mentally ill (?:killer|gunman|attacker|shooter|criminal|suspect)s?",
    ),
    near: phrase(
      "violen(?:t|ce|tly)|shoot(?:er|ing|ings)?|attack(?:s|er|ed)?|murder(?:s|ed|er)?|killer|killings?|gunman|crimes?",
    ),
    message: "Mental illness seldom explains violence; most people who are violent have none.",
    suggestion: "leave it out, unless an authority on the case says that it mattered",
    source: sources.ap,
  },
  {
    id: "addiction-label",
    pattern: phrase(
      "(?:drug|substance|alcohol|opioid) abusers?",
      "(?:drug|heroin|crack|cocaine|opioid|meth|sex|gambling) addicts?|addicts|an addict",
      "junk(?:ie|y|ies)|crack ?heads?|drunkards?|drunks",
      "alcoholics(?! anonymous)|an alcoholic(?= (?:who|is|was|has|had|in|with|from)(?![\\p{L}])|[.,;:!?)]|$)",
    ),
    message: "The label blames the person for the condition.",
    suggestion: "person with a substance use disorder; person who uses drugs; person with alcohol use disorder",
    source: sources.nida,
  },
  {
    id: "substance-abuse",
    pattern: phrase("(?:drug|substance|alcohol|opioid) abuse", "(?:drug|alcohol) habits?"),
    message: "“Abuse” judges; the diagnosis is “use disorder”.",
    suggestion: "substance use; misuse; substance use disorder",
    source: sources.nida,
  },
  {
    id: "cure-claim",
    pattern: phrase(
      `(?:cure|cures|cured|curing) (?:your |all |my )?${condition}`,
      `(?:a|the|permanent|natural|instant) cure for (?:your )?${condition}`,
      "miracle (?:cures?|treatments?|remed(?:y|ies))",
      "guaranteed (?:to (?:work|help|heal|end)|results?|relief|recovery)",
      "(?:100 ?(?:%|percent)|completely|totally) (?:effective|safe|curable)",
      `(?:permanently|instantly|forever) (?:heals?|cures?|ends?|eliminates?|removes?) (?:your )?${condition}`,
      "(?:end|beat|banish|defeat) (?:your )?(?:anxiety|depression|stress|panic|insomnia) (?:forever|for good|once and for all|in \\d+ (?:days?|minutes|weeks?))",
    ),
    unlessAfter:
      /\b(?:no|not|not a|never|cannot|can['’]t|won['’]t|nor|without|isn['’]t|rather than)(?: be)?(?: a| the| any| known| single| simple)* $/i,
    message: "It promises a cure.",
    suggestion: "say how many people were helped, how much, and name the study",
    source: sources.ftc,
  },
];
