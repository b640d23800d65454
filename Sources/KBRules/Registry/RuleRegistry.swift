/// Every rule, one line each, in the order of their codes.
package enum RuleRegistry {
  package static let file: [any FileRule.Type] = [
    FrontMatterSyntax.self,
    FrontMatterDuplicateKey.self,
    FrontMatterMissing.self,
    TypeUnknown.self,
    WrongFolder.self,
    FileEncoding.self,
    FileTooLarge.self,
    IDInvalid.self,
    ConflictMarker.self,
    FieldMissing.self,
    FieldOfWrongKind.self,
    FieldValue.self,
    DateInvalid.self,
    DateInFuture.self,
    FieldUnknown.self,
    BlockIDDuplicate.self,
    QuestionPresupposition.self,
    QuestionTag.self,
    QuestionAgreement.self,
    QuestionLoaded.self,
    QuestionPolar.self,
    QuestionDoubleBarrelled.self,
    QuestionHypothetical.self,
    QuestionPitch.self,
    QuestionOpinion.self,
    QuestionPrice.self,
    QuestionForcedChoice.self,
    QuestionVagueTime.self,
    QuestionFrequencyAssumption.self,
    GuideWithoutOpening.self,
    GuideWithoutRecentInstance.self,
    GuidePitchEarly.self,
    GuideClosed.self,
    GuideWithoutClosing.self,
    SessionCoversNothing.self,
    QuoteWithoutUseCase.self,
    UseCaseSolutionTitle.self,
    UseCaseTriggerWish.self,
    UseCaseWithoutWorkaround.self,
    QuoteWithManyUseCases.self,
    QuoteGradeMissing.self,
    QuoteGradeMismatch.self,
    QuoteTwoGrades.self,
    SessionWithoutAnecdote.self,
    QuoteTooLong.self,
    QuoteUnattributed.self,
    QuoteAttributionSyntax.self,
    SecondHandNotVerbatim.self,
    FieldNoteWithoutDeal.self,
    RequestUnanswered.self,
    CompetitorFactExpired.self,
    CompetitorFactUnsourced.self,
    PersonalData.self,
    ConsentIncomplete.self,
    ConsentExceeded.self,
    ConsentExpired.self,
    ConsentWithdrawn.self,
    SuppressionWithoutReason.self,
    SuppressionUnknownRule.self,
    ToDoComment.self,
  ]

  package static let base: [any BaseRule.Type] = [
    ConfigurationInvalid.self,
    SegmentLookalike.self,
    ReferenceUnresolved.self,
    ReferenceWrongType.self,
    ReferenceAmbiguous.self,
    IDDuplicate.self,
    AliasDuplicate.self,
    AnchorUnresolved.self,
    RecordOrphan.self,
    FileLinkBroken.self,
    ParentCycle.self,
    CustomerDuplicate.self,
    UseCaseUngrounded.self,
    UseCaseNeverAsked.self,
    UseCaseDuplicate.self,
    PersonaUnheard.self,
    QuoteNotCovered.self,
    ScopeNotBorneOut.self,
    AcceptedForOneCustomer.self,
    LoudCustomer.self,
    FragileVerdict.self,
    StaleEvidence.self,
    EvidencePrompted.self,
    DecisionOvertaken.self,
    SalesLed.self,
    ParticipantNamed.self,
  ]

  package static let upkeep: [any UpkeepRule.Type] = [
    SuppressionUnused.self,
    BaselineStale.self,
  ]

  // One by one: casting the arrays as a whole would look every conformance up at run time.
  package static let all: [any Rule.Type] =
    (file.map { $0 as any Rule.Type } + base.map { $0 as any Rule.Type } + upkeep.map { $0 as any Rule.Type })
    .map { (code: $0.description.code, rule: $0) }.sorted { $0.code < $1.code }.map(\.rule)

  /// The rule of that name or code.
  package static func rule(_ name: String) -> (any Rule.Type)? { byName[name] }

  private static let byName: [String: any Rule.Type] = Dictionary(
    all.flatMap { rule in [(rule.description.name, rule), (rule.description.code, rule)] }, uniquingKeysWith: { first, _ in first })

  /// All that `rules:` of `kb.yaml` and `--rule` take: names, codes and families.
  package static let names: [String] =
    all.flatMap { [$0.description.name, $0.description.code] } + RuleDescription.Family.allCases.map(\.rawValue)
}
