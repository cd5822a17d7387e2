import FoundationEssentials
import ProgramFixtures
import ReplayFixtures
import Testing

/// Start lists on the command line.
@Suite struct StartListCommandTests {
  @Test func theTemplateIsAListThatCanBeEntered() throws {
    let template = try Program.run(["start-list", "--template"])
    #expect(template.status == 0 && template.errors.isEmpty)
    let checked = try Program.run(["start-list", "-"], input: template.output)
    #expect(checked.status == 0 && checked.errors.isEmpty)
    #expect(
      checked.output == """
        Women 1000 m · A

        pair  lane   bib  name        nat     best  season best
           1  inner  293  GOETZ Kimi  USA  1:13.10      1:14.02
              outer  215  HAN Mei     CHN  1:14.60
           2  inner  217  LI Qishi    CHN  1:15.66

        Women Team Pursuit

        heat  lane    name         nat  team
           1  finish  Netherlands  NED  BEUNE, GROENEWOUD, RIJPMA-DE JONG

        Men mass start · A

        heat  bib  name            nat
           1  116  BERGSMA Jorrit  NED

        """)
  }

  @Test func allProblemsAreSaidWithStatus2() throws {
    let scratch = try Scratch()
    let text = "distance,pair,lane,name,coach\n500,1,left,A,\n500,one,inner,B,"
    let file = try scratch.file("start.csv", Data(text.utf8))
    let result = try Program.run(["start-list", file])
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(
      result.errors == """
        rinkside: \(file):1: column 5 (coach) is not known; left out.
        rinkside: \(file):2: column 3 (lane): "left" is not a lane. Write inner or outer.
        rinkside: \(file):3: column 2 (pair): "one" is not a whole number from 1 to 9999.

        """)
  }

  @Test func aListThatCannotBeReadIsSaid() throws {
    let scratch = try Scratch()
    let missing = try Program.run(["start-list", scratch.folder + "/none.csv"])
    #expect(missing.status == 2)
    #expect(
      missing.errors == "rinkside: \(scratch.folder)/none.csv: no such file. Name a start list (CSV); "
        + "`rinkside start-list --template` prints one to fill in.\n")
    let folder = try Program.run(["start-list", scratch.folder])
    #expect(
      folder.errors == "rinkside: \(scratch.folder): a directory. Name a start list (CSV) in it.\n")
    for arguments in [["start-list"], ["start-list", "--template", "a.csv"]] {
      let wrong = try Program.run(arguments)
      #expect(wrong.status == 64 && wrong.errors.contains("Name a start list, or ask for --template."))
    }
  }
}
