import FoundationEssentials
import Operation
import Testing

/// What is said of a start list that cannot be entered, and of one that is entered in part.
@Suite struct StartListProblemTests {
  @Test func everythingThatIsWrongIsSaidAtOnce() {
    let text = """
      Race;Distance;Pair;Lane;Name;ID;PB
      w1000;1000;1;middle;Kimi Goetz;goetz;1:14.44
      w1000;;one;outer;Mei Han;han;fast
      w1000;;2;inner;;x;
      w1000;;3;inner;A;a b;
      w1000;;4;inner;B;;
      w1000;;4;inner;C;;
      w1000;;5;;D;goetz;
      w500;;1;inner;E;;
      w1000;500;6;inner;F;;1:74.00
      w1000;;7;inner;G;;38
      """
    #expect(
      StartLists.problems(text) == [
        "2: column 4 (Lane): \"middle\" is not a lane. Write inner or outer.",
        "3: column 3 (Pair): \"one\" is not a whole number from 1 to 9999.",
        "3: column 7 (PB): \"fast\" is not a time. Write it like 37.91 or 1:14.44.",
        "4: column 5 (Name): no name. Write the skater's name.",
        "5: column 6 (ID): \"a b\" is not an id. Use up to 64 letters (A to Z), digits, - . and _.",
        "7: column 4 (Lane): inner of pair 4 is taken by B (line 6). Give one of them another lane or pair.",
        "8: column 4 (Lane): no lane. Write inner or outer.",
        "8: column 6 (ID): goetz stands in this race already (line 2). Give each skater an id of their own, or this "
          + "line attempt 2 if it is a re-skate.",
        "9: no distance for race w500. Write the metres in column distance, once is enough.",
        "10: column 2 (Distance): \"500\", but line 2 says \"1000\" of the same race. Make them agree.",
        "10: column 7 (PB): \"1:74.00\" is not a time. Write it like 37.91 or 1:14.44.",
        "11: column 7 (PB): \"38\" is not a time. Write it like 37.91 or 1:14.44.",
      ])
  }

  @Test(
    arguments: [
      ("", "1: nobody stands in this list. Below the header write one line for each skater."),
      (
        "distance,pair,lane,name\n",
        "1: nobody stands in this list. Below the header write one line for each skater."
      ),
      (
        "distance,lane,name\n500,inner,A",
        "1: the header has no column pair. Add one; `rinkside start-list --template` prints all columns."
      ),
      (
        "distance,lane,pair\n500,inner,1",
        "1: the header has no column name. Add one; `rinkside start-list --template` prints all columns."
      ),
      (
        "distance,pair,name\n500,1,A\n500,2,B",
        "1: the header has no column lane. Add one; `rinkside start-list --template` prints all columns."
      ),
      (
        "distance,pair,lane,name,heat\n500,1,inner,A,1",
        "1: column 5 (heat): column 2 holds the same. Keep one of them."
      ),
      (
        "distance,pair,lane,name,best\n500,1,inner,A,37,91",
        "2: 6 cells below 5 headings. Put quotes around a cell that has a separator in it."
      ),
      (
        "distance,pair,lane,name\n500,1,inner,\"A\n500,1,outer,B",
        "2: a quote (\") opens here and nothing closes it. Close it, or double it where it is meant."
      ),
      (
        "distance,pair,lane,name\n500,,inner,A",
        "2: column 2 (pair): no pair. Write the number of the pair, from 1."
      ),
      (
        "distance,pair,lane,name\n500,0,inner,A",
        "2: column 2 (pair): \"0\" is not a whole number from 1 to 9999."
      ),
      (
        "pair,lane,name\n1,inner,A",
        "2: no distance. Write the metres in column distance, once is enough."
      ),
      (
        "laps,pair,lane,name\n6,1,,A",
        "2: laps without a kind of race. Write massStart, teamPursuit, teamSprint or mixedRelay in column kind."
      ),
      (
        "kind,pair,lane,name\nteam pursuit,1,finish,A",
        "2: no laps for a teamPursuit. Write them in column laps, once is enough."
      ),
      (
        "kind,laps,pair,lane,name\nteamPursuit,6,1,inner,A",
        "2: column 4 (lane): \"inner\" is not a lane. Write finish or crossing."
      ),
      (
        "kind,laps,pair,lane,name\nmassStart,16,1,inner,A",
        "2: column 4 (lane): a massStart has no lanes. Leave the cell empty."
      ),
      (
        "kind,distance,pair,lane,name\nmarathon,500,1,inner,A",
        "2: column 1 (kind): \"marathon\" is not a kind. Write individual, massStart, teamPursuit, teamSprint, "
          + "mixedRelay."
      ),
      (
        "gender,distance,pair,lane,name\nboth,500,1,inner,A",
        "2: column 1 (gender): \"both\" is not a gender. Write women, men or mixed."
      ),
      (
        "division,distance,pair,lane,name\nC,500,1,inner,A",
        "2: column 1 (division): \"C\" is not a division. Write A or B."
      ),
      (
        "distance,pair,lane,name,group\n500,1,inner,A,3",
        "2: column 5 (group): \"3\" is not a whole number from 1 to 2."
      ),
      (
        "distance,pair,lane,name\n500,1,inner,\(String(repeating: "x", count: 201))",
        "2: column 4 (name): 201 characters in one cell. Shorten it to 200."
      ),
      (
        "distance,pair,lane,name,race\n500,1,inner,A,w 500",
        "2: column 5 (race): \"w 500\" is not an id. Use up to 64 letters (A to Z), digits, - . and _."
      ),
    ])
  func everyProblemIsWorded(text: String, sentence: String) {
    #expect(StartLists.problems(text).filter { !$0.hasPrefix("1: nobody") || text.count < 30 } == [sentence])
  }

  @Test func noCellMakesALineThatALogCannotTake() {
    let accents = "A" + String(repeating: "\u{301}", count: 30_000)
    #expect(
      StartLists.problems("distance,pair,lane,name,members\n500,1,inner,\(accents),\(accents)") == [
        "2: column 4 (name): 30001 characters in one cell. Shorten it to 200.",
        "2: column 5 (members): 30001 characters in one cell. Shorten it to 2000.",
      ])
  }

  @Test func whatIsNoTextIsSaid() {
    do {
      _ = try StartList.read(Data([0x50, 0x4B, 3, 4, 0, 0]), file: "start.xlsx")
      Issue.record("read")
    } catch {
      #expect(error.sentence == "start.xlsx:1: not a text file. Save the sheet as CSV (UTF-8).")
    }
  }

  @Test func columnsThatAreNotKnownAreLeftOutWithANotice() throws {
    let list = try StartLists.read("distance;pair;lane;name;Coach;;\n500;1;inner;A;B;C;\n500;1;outer;D;;;")
    #expect(list.lines == ["r500 1 inner a|A", "r500 1 outer d|D"])
    #expect(
      list.notices == [
        "start.csv:1: column 5 (Coach) is not known; left out.",
        "start.csv:1: column 6 has no heading; left out.",
      ])
  }

  @Test func anyBytesAreReadOrRefused() {
    var chance = UInt64(7)
    let pieces = [
      "\"", ";", ",", "\n", "\r", "pair", "name", "lane", "distance", "1", "inner", "é", "\u{FEFF}", " ",
    ]
    for _ in 0..<3000 {
      var text = ""
      for _ in 0..<40 {
        chance = chance &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(chance >> 33) % pieces.count]
      }
      let bytes = Data(text.utf8)
      for cut in [bytes, bytes.dropLast(), Data([0xFF, 0xFE]) + bytes, Data([0xE9]) + bytes] {
        do { _ = try StartList.read(cut, file: "start.csv") } catch { #expect(!error.problems.isEmpty) }
      }
    }
  }
}
