extension Relation {
  /// The relation's name in Universal Dependencies: `nsubj:pass`.
  ///
  /// `obl:tmod` and `nmod:tmod` are the `obl:unmarked` and `nmod:unmarked` of newer treebanks that name a time.
  public var name: String {
    switch self {
    case .nsubjPass: "nsubj:pass"
    case .csubjPass: "csubj:pass"
    case .oblAgent: "obl:agent"
    case .oblTmod: "obl:tmod"
    case .oblUnmarked: "obl:unmarked"
    case .advclRelcl: "advcl:relcl"
    case .auxPass: "aux:pass"
    case .nmodPoss: "nmod:poss"
    case .nmodTmod: "nmod:tmod"
    case .nmodUnmarked: "nmod:unmarked"
    case .nmodDesc: "nmod:desc"
    case .aclRelcl: "acl:relcl"
    case .case_: "case"
    case .ccPreconj: "cc:preconj"
    case .compoundPrt: "compound:prt"
    default: String(describing: self)
    }
  }

  /// The relation without its subtype: `nsubj` for `nsubj:pass`.
  public var universal: Relation {
    switch self {
    case .nsubjPass: .nsubj
    case .csubjPass: .csubj
    case .oblAgent, .oblTmod, .oblUnmarked: .obl
    case .advclRelcl: .advcl
    case .auxPass: .aux
    case .nmodPoss, .nmodTmod, .nmodUnmarked, .nmodDesc: .nmod
    case .aclRelcl: .acl
    case .ccPreconj: .cc
    case .compoundPrt: .compound
    default: self
    }
  }
}
