extension CaseIterable where Self: Equatable {
  /// The case after this one, or before it; after the last comes the first.
  func next(forward: Bool) -> Self {
    let all = Array(Self.allCases)
    let index = (all.firstIndex(of: self) ?? 0) + (forward ? 1 : all.count - 1)
    return all[index % all.count]
  }
}
