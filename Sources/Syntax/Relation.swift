/// Universal dependency relations without subtypes, but for those that tell active from passive, agents, owners,
/// titles, times and relative clauses (https://universaldependencies.org/u/dep/).
public enum Relation: UInt8, Hashable, Sendable, CaseIterable {
  // `case` is a keyword of the language, hence the underscore.
  // swift-format-ignore: AlwaysUseLowerCamelCase
  case root, nsubj, nsubjPass, obj, iobj, csubj, csubjPass, ccomp, xcomp, obl, oblAgent, oblTmod, vocative, expl,
    dislocated,
    advcl, advclRelcl, advmod, discourse, aux, auxPass, cop, mark, nmod, nmodPoss, nmodTmod, appos, nummod, acl,
    aclRelcl, amod,
    det, clf, case_, conj, cc, ccPreconj, fixed, flat, list, parataxis, compound, compoundPrt, orphan, goeswith,
    reparandum,
    punct, dep, oblUnmarked, nmodUnmarked, nmodDesc
}
