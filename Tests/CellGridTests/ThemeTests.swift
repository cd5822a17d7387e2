import CellGrid
import Testing

@Suite struct ThemeTests {
  @Test func everyRoleHasALetterOfItsOwn() {
    let letters = Role.allCases.map(\.letter)
    #expect(Set(letters).count == Role.allCases.count)
    #expect(letters.allSatisfy { $0.isASCII && !$0.isWhitespace })
    #expect(Role.plain.letter == ".")
  }

  @Test func themesAreToldApartByName() {
    #expect(Theme.all.map(\.name) == ["colour", "blue-orange", "monochrome"])
  }

  @Test(arguments: Theme.all)
  func ordinaryTextKeepsTheTerminalsOwnLook(theme: Theme) {
    #expect(theme[.plain] == Style())
    #expect(Role.allCases.allSatisfy { theme[$0].background == nil })
  }

  @Test(arguments: Role.allCases)
  func monochromeHasNoColour(role: Role) {
    #expect(Theme.monochrome[role].foreground == nil)
    #expect(Theme.monochrome[role].background == nil)
  }

  @Test(arguments: Theme.all)
  func theFourSituationsLookDifferent(theme: Theme) {
    let roles: [Role] = [.aheadGaining, .aheadLosing, .behindGaining, .behindLosing]
    #expect(Set(roles.map { theme[$0] }).count == 4)
    #expect(theme[.alert].reverse && theme[.selected].reverse)
  }

  @Test(arguments: [Theme.colour, Theme.blueOrange])
  func theFourSituationsDifferWithEightColoursToo(theme: Theme) {
    let looks = [Role.aheadGaining, .aheadLosing, .behindGaining, .behindLosing].map { role in
      [theme[role].foreground?.basic, theme[role].bold ? 1 : 0]
    }
    #expect(Set(looks).count == 4)
  }

  @Test func stylesComeFromTheRole() {
    let theme = Theme(name: "test") { Style(bold: $0 == .clock) }
    #expect(theme[.clock].bold)
    #expect(Role.allCases.filter { theme[$0].bold } == [.clock])
    #expect(Color(xterm256: 208, basic: 11).basic == 3)
  }
}
