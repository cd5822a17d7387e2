/// How each role looks.
package struct Theme: Hashable, Sendable {
  /// The name it is chosen by.
  package let name: String
  private var styles: [Style]

  /// A theme in which every role looks as `style` says.
  package init(name: String, style: (Role) -> Style) {
    self.name = name
    styles = Role.allCases.map(style)
  }

  /// The look of a role.
  package subscript(role: Role) -> Style { styles[Int(role.rawValue)] }
}
