/** What is asked and done without anybody being asked who they are, and why that is right. */
export const openFunctions = {
  "readers ask it, and are told only what is public": [
    ...["listByCategory", "listByTag", "listByAuthor", "listLatest", "listLatestByCategory", "selectHome"],
    ...["listRelated", "tagRarity", "listArchive", "findArticle", "findNeighbours"],
    ...["listSitemapFiles", "hasSitemapFile", "sitemapBatches"],
    ...["countNews", "listNews", "lastNewsEnd", "readContentState"],
    ...["readFeed", "measureFeed", "listFeedPlaces", "lastChangeAt", "findLastChange", "readLlmsFile"],
    ...["listTextEntries", "searchArticles", "correctQuery", "suggestArticles"],
    ...["findRedirect", "findWithdrawal", "countRedirectHit", "getSiteSettings", "getSiteFrame", "listHelplines"],
    ...["readCategories", "recountCategories", "countTags", "recountTags"],
    ...["findPage", "listPageAddresses", "findTag", "listRunningAdvertisements", "findPerson", "listAuthorSlugs"],
    "findMedia",
    ...["findInhabitant", "findArticlePath", "findByLegacyId", "findByLegacyPath"],
  ],
  "a signed, expiring link is the permission, checked before": ["findPreview"],
  "an address that a page of the site has signed is the permission, checked by itself": ["openSocialCard"],
  "it is how somebody proves who they are": [
    ...["checkPassword", "checkCode", "checkCredentials", "findActor", "startSession", "touchSession"],
    ...["requestPasswordReset", "resetPassword", "acceptInvitation", "acceptFirstAdministratorLink", "getOpenLink"],
    ...["takeTokens", "takeAttempt"],
  ],
  "the magazine does it by itself, on a clock or at its start": [
    ...["ensureAdministrator", "forgetExpired", "forgetFullBuckets", "forgetOldMail", "deliverDueMail"],
    ...["sweepFiles", "sweepBehind", "sweepLeftovers", "renewCrops", "flushRedirectHits"],
    ...["makePicture", "forgetIntakes", "prepareCdn", "purgeCdn"],
    ...["reportRunners", "signOffRunners", "freeAbandonedJobs", "freeJobsOf", "isSuperseded", "forgetOldJobs"],
    ...["drawCardsAt", "drawCardOf", "drawAllCards", "cardsAt", "cardsOfLists", "cardsOfArticles"],
    ...["noteVisibility", "prepareHooks", "deliverAnnouncements", "listTurns", "listLikelyPages", "listOneOfEachKind"],
  ],
  "an operator asks for it at a terminal": ["purgeNow"],
  "it is a part of verbs and queries that have asked": [
    ...["withMergedIds", "withoutVanished", "namesIn", "workingCopyColumns", "changedColumns", "plannedEnd"],
    ...["selectItems", "readUpload", "storePicture", "writeCrops", "renewCropsOf", "orAppError", "findDeadOwnLinks"],
    ...["findDeadInternalLinks", "contentOf", "isList", "jobFacts", "hookFacts", "cdnFacts"],
  ],
} as const;
